# The modules for browsers and Node. Measured small; see docs in CONTRIBUTING.md before changing a flag.
# Spellings by version: TOTAL_STACK became STACK_SIZE in 3.1.25, SUPPORT_ERRNO was given up in 3.1.69.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(stack_size TOTAL_STACK)
else()
  set(stack_size STACK_SIZE)
endif()
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.69)
  set(errno -sSUPPORT_ERRNO=0)
endif()

# Once more over what the old Binaryen leaves behind: 1 % smaller, measured after compression.
if(EMSCRIPTEN_VERSION VERSION_LESS 4)
  set(passes "-sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz")
endif()

set(unused "${PROJECT_SOURCE_DIR}/src/bindings/unused.js")

# How a module is linked: those that ship, and the one that `make bench` measures.
function(fivecars_link_module name)
  target_link_options(
    ${name} PRIVATE
    -lembind
    "SHELL:--js-library ${unused}"
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sENVIRONMENT=web,worker
    -sFILESYSTEM=0
    -sDYNAMIC_EXECUTION=0
    -sMALLOC=emmalloc
    -sTEXTDECODER=2
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=1048576
    -s${stack_size}=262144
    ${errno}
    ${passes}
    "-sINCOMING_MODULE_JS_API=[wasmBinary,locateFile]")
  set_target_properties(${name} PROPERTIES SUFFIX .mjs LINK_DEPENDS "${unused}")
endfunction()

function(fivecars_module name catalogue)
  add_executable(${name} src/bindings/${name}.cpp src/bindings/val_node.cpp)
  target_link_libraries(${name} PRIVATE fivecars_documents ${catalogue})
  fivecars_link_module(${name})
endfunction()

fivecars_module(calculator fivecars_catalog) # first load
fivecars_module(what_if fivecars_catalog)    # when somebody asks
fivecars_module(embed fivecars_lean_catalog) # when the reader of an embed changes something

# The command line for Node alone, outside the budgets of the page: a CommonJS module, for Node's part of an ES module
# doesn't work before 3.1.26. What starts it is web/package/bin.
add_executable(cli ${command_line})
target_link_libraries(cli PRIVATE fivecars_documents fivecars_catalog fivecars_json)
target_link_options(
  cli PRIVATE
  -sMODULARIZE=1
  -sENVIRONMENT=node
  -sNODERAWFS=1
  -sEXIT_RUNTIME=1
  -sALLOW_MEMORY_GROWTH=1
  -s${stack_size}=1048576
  "-sINCOMING_MODULE_JS_API=[wasmBinary,arguments]")
