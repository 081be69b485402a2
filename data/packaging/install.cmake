# What `cmake --install` puts in place, and the Debian packages that `cpack -G DEB` makes of it.
# Components are how both know what belongs together:
#
#   program      the package handout: what a clinic needs
#   development  the package libhandout-dev: the library, for programmers
#   debian       what only a package has; in handout
#   site         what only `cmake --install` has

set(PACKAGING ${CMAKE_CURRENT_LIST_DIR})
set(MADE ${CMAKE_CURRENT_BINARY_DIR}/packaging)

# ---- The program ----

foreach(shell bash zsh fish)
  add_custom_command(OUTPUT ${MADE}/handout.${shell} DEPENDS handout VERBATIM
                     COMMAND ${CMAKE_COMMAND} -E make_directory ${MADE}
                     COMMAND handout --completions=${shell} > ${MADE}/handout.${shell})
  list(APPEND COMPLETIONS ${MADE}/handout.${shell})
endforeach()
add_custom_target(completions ALL DEPENDS ${COMPLETIONS})

# The program contains the fonts, a table of Unicode and some libraries, so their licences come along.
file(GLOB LICENCES CONFIGURE_DEPENDS fonts/OFL-*.txt data/LICENSE-*.txt)
foreach(file LICENSE ${LICENCES} ${LICENCES_STATIC})
  file(READ ${file} text)
  string(REGEX REPLACE "^.*/(lib[^/]*)-dev/" "\\1 " name ${file})
  get_filename_component(name ${name} NAME)
  string(APPEND COPYRIGHT "---- ${name} ----\n\n${text}\n")
endforeach()
file(WRITE ${MADE}/copyright "${COPYRIGHT}")

set(share ${CMAKE_INSTALL_DATADIR})
file(GLOB SCHEMAS CONFIGURE_DEPENDS data/*.schema.json)
file(GLOB LABELS CONFIGURE_DEPENDS data/labels/*.json)
install(TARGETS handout COMPONENT program)
install(FILES src/cli/handout.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES src/cli/handout.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5 COMPONENT program)
install(FILES ${MADE}/copyright DESTINATION ${share}/doc/handout COMPONENT program)
install(FILES ${SCHEMAS} DESTINATION ${share}/handout COMPONENT program)
# Where the schemas are as their "$schema" has it.
file(GLOB EXAMPLES CONFIGURE_DEPENDS data/examples/*.json)
install(FILES data/l-glutamine.json data/clinic.json DESTINATION ${share}/handout
        COMPONENT program)
install(FILES ${EXAMPLES} DESTINATION ${share}/handout/examples COMPONENT program)
install(FILES ${LABELS} DESTINATION ${share}/handout/labels COMPONENT program)
install(FILES ${MADE}/handout.bash DESTINATION ${share}/bash-completion/completions
        RENAME handout COMPONENT program)
install(FILES ${MADE}/handout.fish DESTINATION ${share}/fish/vendor_completions.d
        COMPONENT program)
install(FILES ${MADE}/handout.zsh DESTINATION ${share}/zsh/site-functions
        RENAME _handout COMPONENT site)
install(FILES ${MADE}/handout.zsh DESTINATION ${share}/zsh/vendor-completions
        RENAME _handout COMPONENT debian EXCLUDE_FROM_ALL)

# ---- The library ----

# Both files find the rest of the library from where they are, so that it can be moved as a whole.
include(CMakePackageConfigHelpers)
set(CMAKE_CONFIG_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/handout)
set(PC_FOLDER ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH PC_PREFIX /usr/${PC_FOLDER} /usr)
string(REGEX REPLACE "/$" "" PC_PREFIX ${PC_PREFIX})
if(HANDOUT_LINK_XML2)
  set(PC_XML2 "libxml-2.0 ")
endif()
if(CMAKE_DL_LIBS)
  set(PC_DL "-l${CMAKE_DL_LIBS} ")
endif()
configure_file(${PACKAGING}/handout.pc.in ${MADE}/handout.pc @ONLY)
write_basic_package_version_file(${MADE}/handout-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)

set_target_properties(handout_shared PROPERTIES EXPORT_NAME handout)
install(TARGETS handout_shared EXPORT handout COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS handout_static COMPONENT development)
install(FILES include/handout.h include/handout_context.h include/handout_draft.h
              include/handout_fonts.h
              include/handout_origin.h include/handout_record.h include/handout_source.h include/handout_svg.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES ${MADE}/handout.pc DESTINATION ${PC_FOLDER} COMPONENT development)
install(EXPORT handout NAMESPACE handout:: FILE handout-config.cmake
        DESTINATION ${CMAKE_CONFIG_FOLDER} COMPONENT development)
install(FILES ${MADE}/handout-config-version.cmake DESTINATION ${CMAKE_CONFIG_FOLDER}
        COMPONENT development)
install(FILES ${MADE}/copyright DESTINATION ${share}/doc/libhandout-dev
        COMPONENT development EXCLUDE_FROM_ALL)

# A library in a folder that the loader keeps an index of is not found before ldconfig has run.
install(CODE "
  if(NOT \"\$ENV{DESTDIR}\" AND \"\${CMAKE_INSTALL_PREFIX}\" MATCHES \"^/usr(/local)?$\")
    message(STATUS \"Run ldconfig as root, so that programs find the new library.\")
  endif()" COMPONENT development)

add_custom_target(uninstall VERBATIM
                  COMMAND ${CMAKE_COMMAND} -DMANIFEST=${CMAKE_BINARY_DIR}/install_manifest.txt
                          -P ${PACKAGING}/uninstall.cmake)

# ---- Debian packages ----

set(HANDOUT_MAINTAINER "The handout authors <handout@example.org>" CACHE STRING
    "Who answers for the Debian packages")
set(CPACK_PACKAGE_CONTACT ${HANDOUT_MAINTAINER})
set(CPACK_PACKAGE_VENDOR handout)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program debian development)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENT_PROGRAM_GROUP handout)
set(CPACK_COMPONENT_DEBIAN_GROUP handout)
set(CPACK_COMPONENT_DEVELOPMENT_GROUP dev)

# What the program needs is read off the program, by dpkg-shlibdeps; but not what it loads later.
set(XML2_PACKAGE libxml2)
find_program(DPKG_QUERY dpkg-query)
if(DPKG_QUERY AND XML2_FILE)
  execute_process(COMMAND ${DPKG_QUERY} -S "*/${XML2_NAME}" OUTPUT_VARIABLE owner ERROR_QUIET)
  if(owner MATCHES "^([^:,]+)")
    set(XML2_PACKAGE ${CMAKE_MATCH_1})
  endif()
endif()
set(CPACK_DEBIAN_HANDOUT_PACKAGE_DEPENDS ${XML2_PACKAGE})
set(CPACK_DEBIAN_HANDOUT_PACKAGE_RECOMMENDS "libfontconfig1, libthai0") # scripts of other letters
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_HANDOUT_PACKAGE_NAME handout)
set(CPACK_DEBIAN_HANDOUT_PACKAGE_SECTION text)
set(CPACK_DEBIAN_HANDOUT_DESCRIPTION
"The program handout reads an article about a treatment and the clinic's own
block, both JSON, and prints them on one sheet of paper that a patient can take
home.")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libhandout-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
string(JOIN ", " CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
       libcmark-dev libdeflate-dev libfribidi-dev libharfbuzz-dev libhpdf-dev
       "libjpeg62-turbo-dev | libjpeg-dev" # Debian's own; Ubuntu has another behind the second name
       libpng-dev libqrencode-dev ${XML2_PACKAGE})
set(CPACK_DEBIAN_DEV_DESCRIPTION
"The library behind the program handout: header, shared and static library, and
what pkg-config and CMake need to find them.")
include(CPack)
