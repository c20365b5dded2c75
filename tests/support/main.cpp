#define CATCH_CONFIG_RUNNER
#include "support/catch.hpp"

// clang from 15 on calls it __main_argc_argv, a name that Emscripten before 3.1.10 doesn't know: nothing
// would run.
#ifdef FIVECARS_MAIN_BY_ITS_OLD_NAME
extern "C" int run_tests(int argc, char** argv) __asm__("main");
int run_tests(int argc, char** argv)
#else
int main(int argc, char** argv)
#endif
{
  return Catch::Session().run(argc, argv);
}
