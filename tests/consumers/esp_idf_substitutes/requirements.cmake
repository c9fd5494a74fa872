# As ESP-IDF learns the requirements of a component. After registration the file must not go on.
macro(idf_component_register)
  cmake_parse_arguments(arg "" "" "INCLUDE_DIRS" ${ARGN})
  message(STATUS "registered: ${arg_INCLUDE_DIRS}")
  return()
endmacro()
include("${tc3_root}/CMakeLists.txt")
