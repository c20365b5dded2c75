// Catch2 2.13 from third_party: a single header, which compiles to wasm as it does natively. (Version 3 comes
// as a library, and distributions have it for the machine alone.)
#pragma once

#include <catch2/catch.hpp>
