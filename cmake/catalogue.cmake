# data/*.json -> catalogc -> constant tables and the asset of long texts.
file(GLOB_RECURSE data_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/data/*.json" "${PROJECT_SOURCE_DIR}/data/VERSION")
list(FILTER data_files EXCLUDE REGEX "/data/schema/")

if(EMSCRIPTEN)
  # Header-only, in a folder of its own: a bare -I/usr/include would hide Emscripten's own headers.
  find_path(NLOHMANN_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/include")
  file(CREATE_LINK "${NLOHMANN_INCLUDE}/nlohmann" "${PROJECT_BINARY_DIR}/include/nlohmann" SYMBOLIC)
  add_library(fivecars_json INTERFACE)
  target_include_directories(fivecars_json SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/include")
else()
  find_package(nlohmann_json 3.10 REQUIRED)
  add_library(fivecars_json INTERFACE)
  target_link_libraries(fivecars_json INTERFACE nlohmann_json::nlohmann_json)
endif()

# The sanitizers are for what is tested; the same tables in a third of the time.
if(EMSCRIPTEN OR FIVECARS_SANITIZE)
  if(NOT EXISTS "${FIVECARS_CATALOGC}")
    message(FATAL_ERROR "The data compiler is missing: build the preset \"native\" first, "
                        "or set FIVECARS_CATALOGC (now ${FIVECARS_CATALOGC}).")
  endif()
  set(catalogc "${FIVECARS_CATALOGC}")
else()
  add_executable(catalogc src/tools/catalogc.cpp src/tools/data_files.cpp src/tools/derive.cpp src/tools/explain.cpp
                          src/tools/pack.cpp)
  target_link_libraries(catalogc PRIVATE fivecars_shapes fivecars_json)
  set(catalogc catalogc)
endif()

set(tables "${PROJECT_BINARY_DIR}/generated/catalog_tables.cpp")
set(lean_tables "${PROJECT_BINARY_DIR}/generated/lean_tables.cpp")
set(texts "${PROJECT_BINARY_DIR}/generated/texts.json")
add_custom_command(
  OUTPUT "${tables}" "${lean_tables}" "${texts}"
  COMMAND "${catalogc}" "${PROJECT_SOURCE_DIR}/data" --tables "${tables}" --lean "${lean_tables}" --texts "${texts}"
  DEPENDS ${data_files} "${catalogc}"
  COMMENT "Compiling data/"
  VERBATIM)
add_library(fivecars_catalog STATIC "${tables}" src/catalog/choose.cpp src/catalog/search.cpp)
# In its place where totals are all that is shown: no names but one of each row, and no search.
add_library(fivecars_lean_catalog STATIC "${lean_tables}" src/catalog/choose.cpp src/catalog/no_search.cpp)
foreach(catalogue fivecars_catalog fivecars_lean_catalog)
  target_link_libraries(${catalogue} PUBLIC fivecars_accounting PRIVATE fivecars_shapes)
endforeach()
