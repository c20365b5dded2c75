# The flags that every target shares. Floating point is part of the contract: the same scenario gives the same
# doubles natively and in every browser. So no fast-math, and no contraction to fused multiply-add, which one
# machine has and another hasn't.
add_library(fivecars_flags INTERFACE)
target_compile_options(fivecars_flags INTERFACE -ffp-contract=off -fno-fast-math -Wall -Wextra -Wpedantic -Wshadow
                                                -Wno-missing-field-initializers
                                                # False alarms in GCC 12's own headers.
                                                $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                                                $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)

if(CMAKE_CXX_FLAGS MATCHES "-ffast-math|-Ofast|-funsafe-math")
  message(FATAL_ERROR "Five Cars can't be built with fast-math: results would differ between machines. "
                      "Take it out of CMAKE_CXX_FLAGS.")
endif()
if(FIVECARS_SANITIZE AND EMSCRIPTEN)
  message(FATAL_ERROR "FIVECARS_SANITIZE is for native builds: use the preset \"sanitize\".")
endif()

if(FIVECARS_SANITIZE)
  target_compile_options(fivecars_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                                  -fno-omit-frame-pointer)
  target_link_options(fivecars_flags INTERFACE -fsanitize=address,undefined)
endif()
