// The kernels as a module, linked as the one that ships. Whoever calls holds the clock.
#include "kernels.hpp"

#include <emscripten/bind.h>

#include <string>

using namespace fivecars::bench;

namespace {

unsigned count() { return static_cast<unsigned>(kernels().size()); }
std::string name(unsigned i) { return std::string(kernels()[i].name); }
std::string what(unsigned i) { return std::string(kernels()[i].what); }

double run(unsigned i, unsigned times) {
  const Kernel& kernel = kernels()[i];
  double result = 0;
  for (unsigned n = 0; n < times; ++n)
    result = kernel.run();
  return result;
}

unsigned stages() { return static_cast<unsigned>(size().stages); }
unsigned uncertain() { return static_cast<unsigned>(size().inputs); }
unsigned ranked() { return static_cast<unsigned>(size().ranked); }
std::string scenario() { return std::string(scenario_text()); }

} // namespace

EMSCRIPTEN_BINDINGS(kernels) {
  emscripten::function("count", &count);
  emscripten::function("name", &name);
  emscripten::function("what", &what);
  emscripten::function("run", &run);
  emscripten::function("stages", &stages);
  emscripten::function("uncertain", &uncertain);
  emscripten::function("ranked", &ranked);
  emscripten::function("scenario", &scenario);
}
