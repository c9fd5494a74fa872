# Runs PORTFILE with substitutes for the functions of vcpkg, which install into CURRENT_PACKAGES_DIR. Any other function is an error.
cmake_minimum_required(VERSION 3.19)
set(PORT tc3)

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
  run("${CMAKE_COMMAND}" -S "${arg_SOURCE_PATH}" -B "${BUILD}" "-DCMAKE_INSTALL_PREFIX=${CURRENT_PACKAGES_DIR}" ${arg_OPTIONS})
endfunction()

function(vcpkg_cmake_install)
  run("${CMAKE_COMMAND}" --install "${BUILD}")
endfunction()

# Moves the package configuration to share/tc3, where vcpkg wants it, and removes the folder "cmake" above its old place.
function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "CONFIG_PATH" "")
  set(from "${CURRENT_PACKAGES_DIR}/${arg_CONFIG_PATH}")
  file(GLOB files "${from}/*.cmake")
  if(NOT files)
    message(FATAL_ERROR "no package configuration in ${from}")
  endif()
  foreach(file IN LISTS files)
    file(READ "${file}" text)
    # One folder less between the file and the prefix.
    string(REPLACE "get_filename_component(_IMPORT_PREFIX \"\${CMAKE_CURRENT_LIST_FILE}\" PATH)" "set(_IMPORT_PREFIX \"\${CMAKE_CURRENT_LIST_DIR}\")" text "${text}")
    string(REPLACE "get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)\nif" "if" text "${text}")
    get_filename_component(name "${file}" NAME)
    file(WRITE "${CURRENT_PACKAGES_DIR}/share/${PORT}/${name}" "${text}")
  endforeach()
  get_filename_component(parent "${from}" DIRECTORY)
  file(REMOVE_RECURSE "${parent}")
endfunction()

function(vcpkg_fixup_pkgconfig)
  if(NOT EXISTS "${CURRENT_PACKAGES_DIR}/share/pkgconfig/${PORT}.pc")
    message(FATAL_ERROR "no pkg-config file")
  endif()
endfunction()

function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "FILE_LIST")
  configure_file("${arg_FILE_LIST}" "${CURRENT_PACKAGES_DIR}/share/${PORT}/copyright" COPYONLY)
endfunction()

include("${PORTFILE}")
if(NOT VCPKG_BUILD_TYPE STREQUAL "release")
  message(FATAL_ERROR "a header-only port is built once")
endif()
