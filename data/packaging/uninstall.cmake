# Removes what `cmake --install` has put in place, by its list: cmake -DMANIFEST=… -P uninstall.cmake
#
# Folders stay: others may have files in them.
if(NOT EXISTS "${MANIFEST}")
  message(FATAL_ERROR "there is no ${MANIFEST}: nothing was installed from this build")
endif()
file(STRINGS "${MANIFEST}" files)
foreach(file IN LISTS files)
  set(path "$ENV{DESTDIR}${file}")
  if(EXISTS "${path}" OR IS_SYMLINK "${path}")
    message(STATUS "Removing ${path}")
    file(REMOVE "${path}")
  endif()
endforeach()
