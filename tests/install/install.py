#!/usr/bin/env python3
"""What is installed and packaged, used as a stranger would: install.py BUILD_FOLDER SOURCE_FOLDER

The build must be complete, and without sanitizers: those a stranger's compiler knows nothing of.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import environment, tool
from support.tally import Tally, expect_equal

INSTALLED = """
    bin/handout
    include/handout.h
    include/handout_context.h
    include/handout_draft.h
    include/handout_origin.h
    include/handout_record.h
    include/handout_source.h
    include/handout_svg.h
    lib/cmake/handout/handout-config.cmake
    lib/cmake/handout/handout-config-version.cmake
    lib/libhandout.a
    lib/libhandout.so
    lib/pkgconfig/handout.pc
    share/bash-completion/completions/handout
    share/doc/handout/copyright
    share/fish/vendor_completions.d/handout.fish
    share/man/man1/handout.1
    share/man/man5/handout.5
    share/zsh/site-functions/_handout
""".split()

CLIENT = """
cmake_minimum_required(VERSION 3.18)
project(client C)
find_package(handout 0.1 REQUIRED)
add_executable(client client.c)
target_link_libraries(client PRIVATE handout::handout)
"""


LATER = ("libxml2", "libicu", "libstdc++", "libfontconfig", "libthai")


class Stage:
    """The installed tree, the unpacked packages, and the page that all must print."""

    def __init__(self, build, source, folder):
        self.build, self.source, self.folder = build, source, folder
        self.prefix, self.debs, self.root = folder / "usr", folder / "debs", folder / "root"
        # A folder that was moved after installing must work too.
        tool("cmake", "--install", str(build), "--prefix", str(folder / "first"), errors=True)
        (folder / "first").rename(self.prefix)
        library = next(self.prefix.glob("lib*/**/pkgconfig")).parent
        self.library = library.relative_to(self.prefix).as_posix()
        self.inputs = [str(source / "data/l-glutamine.json"), str(source / "data/clinic.json")]
        self.page = self.print_page(build / "handout")
        assert self.page.startswith(b"%PDF-")

    def env(self, **more):
        return environment(self.folder, **more)

    def run(self, *command, **env):
        done = subprocess.run([str(word) for word in command], cwd=self.folder,
                              env=self.env(**env), capture_output=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stderr.decode(errors='replace')}"
        return done.stdout

    def loaded(self, program, *arguments, **env):
        """The files of the libraries that a run has loaded."""
        done = subprocess.run([program, *arguments], cwd=self.folder, capture_output=True,
                              check=False, env=self.env(LD_DEBUG="files", LC_ALL="C", **env))
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return set(re.findall(r"calling init: (\S+)", done.stderr.decode(errors="replace")))

    def print_page(self, program, **env):
        article, clinic = self.inputs
        return self.run(program, "-q", "-o-", "--clinic", clinic, article, **env)

    def pkg_config(self, *args, **env):
        found = self.run("pkg-config", *args, "handout",
                         PKG_CONFIG_PATH=self.prefix / self.library / "pkgconfig", **env)
        return shlex.split(found.decode())

    def compile(self, name, *libraries):
        client = self.source / "tests/install/client.c"
        self.run("cc", "-std=c11", "-Wall", "-Werror", "-o", name, client,
                 *self.pkg_config("--cflags"), *libraries)
        return self.folder / name

    def expect_client(self, client, **env):
        assert self.run(client, *self.inputs, **env) == self.page, f"{client.name}: another page"


def needed(program):
    """The shared libraries that a program names."""
    return re.findall(rb"\(NEEDED\).*\[(.*)\]", tool("readelf", "-dW", str(program)))


# ---- cmake --install ----

def files_are_there(stage):
    places = {name.replace("lib/", stage.library + "/", 1) if name.startswith("lib/") else name
              for name in INSTALLED}
    data = stage.source / "data"
    places |= {f"share/handout/{path.relative_to(data)}" for path in
               [*data.glob("*.schema.json"), *data.glob("labels/*.json"),
                *data.glob("examples/*.json"), data / "l-glutamine.json", data / "clinic.json"]}
    missing = [name for name in sorted(places) if not (stage.prefix / name).is_file()]
    expect_equal(missing, [], "what is missing")
    for shell, part in (("bash", "bash-"), ("fish", "fish/"), ("zsh", "zsh/")):
        name, = (name for name in INSTALLED if name.startswith(f"share/{part}"))
        printed = stage.run(stage.prefix / "bin/handout", "--completions", shell)
        assert (stage.prefix / name).read_bytes() == printed, f"{name} is not what is printed"


def examples_name_the_schemas(stage):
    share = stage.prefix / "share/handout"
    for path in [share / "clinic.json", *share.glob("examples/*.json")]:
        named = re.search(r'"\$schema": "(.*?)"', path.read_text())[1]
        assert named.startswith(".") and (path.parent / named).is_file(), f"{path}: {named}"


def is_uninstalled(stage):
    """By the list of what was installed, which a second installation of its own makes here."""
    made, folder = stage.build / "install_manifest.txt", stage.folder / "gone"
    before = made.read_bytes() if made.exists() else None
    tool("cmake", "--install", str(stage.build), "--prefix", str(folder), errors=True)
    listed = stage.folder / "manifest.txt"
    shutil.move(made, listed)
    if before is not None:
        made.write_bytes(before)
    assert any(path.is_file() for path in folder.rglob("*")), "nothing was installed"
    (folder / "mine").write_text("stays")
    stage.run("cmake", f"-DMANIFEST={listed}", "-P",
              stage.source / "data/packaging/uninstall.cmake")
    left = [path.name for path in folder.rglob("*") if not path.is_dir()]
    expect_equal(left, ["mine"], "what is left")


def licences_are_there(stage):
    text = (stage.prefix / "share/doc/handout/copyright").read_text()
    for words in ("MIT License", "SIL OPEN FONT LICENSE", "Atkinson Hyperlegible", "Unicode, Inc."):
        assert words in text, words


def nothing_names_the_build(stage):
    """An installed file that points into the build folder would break with it."""
    for path in stage.prefix.rglob("*"):
        if path.is_file() and path.suffix in (".pc", ".cmake"):
            for folder in (stage.build, stage.source, stage.folder):
                assert str(folder) not in path.read_text(), f"{path.name} names {folder}"


def program_prints(stage):
    assert stage.print_page(stage.prefix / "bin/handout") == stage.page, "another page"


def only_the_interface_is_exported(stage):
    listed = tool("nm", "-D", "--defined-only",
                  str(stage.prefix / stage.library / "libhandout.so")).decode()
    names = {line.split()[-1] for line in listed.splitlines()}
    header = "".join(path.read_text() for path in (stage.prefix / "include").glob("*.h"))
    public = set(re.findall(r"(?m)^HANDOUT_API [^;(]*?(\w+)\(", header))
    assert len(public) > 10
    expect_equal(names, public, "what is exported")


def client_by_pkg_config(stage):
    client = stage.compile("client-shared", *stage.pkg_config("--libs"))
    assert b"libhandout.so.0" in needed(client)
    stage.expect_client(client, LD_LIBRARY_PATH=str(stage.prefix / stage.library))


def client_by_pkg_config_static(stage):
    libraries = stage.pkg_config("--static", "--libs")
    assert libraries.count("-lhandout") == 1, libraries
    libraries[libraries.index("-lhandout")] = "-l:libhandout.a"
    client = stage.compile("client-static", *libraries)
    assert not any(b"libhandout" in name for name in needed(client))
    stage.expect_client(client)


def client_by_find_package(stage):
    project = stage.folder / "client"
    project.mkdir()
    shutil.copy(stage.source / "tests/install/client.c", project)
    (project / "CMakeLists.txt").write_text(CLIENT)
    stage.run("cmake", "-S", project, "-B", project / "build",
              f"-DCMAKE_PREFIX_PATH={stage.prefix}")
    stage.run("cmake", "--build", project / "build")
    stage.expect_client(project / "build/client")


def html_is_read_by_what_is_loaded_then(stage):
    """libxml2 and what it brings along would take a third of the time of a handout to load."""
    program, post = stage.prefix / "bin/handout", stage.folder / "post.html"
    post.write_text("<h1>Zinc</h1><p>Zinc is a mineral.</p>")
    loaded = {name: stage.loaded(program, *arguments) for name, arguments in
              {"page": stage.inputs[:1], "import": ["--import", post]}.items()}
    assert any("libhpdf" in name for name in loaded["page"]), loaded
    for name in LATER:
        assert not any(name in library for library in loaded["page"]), f"{name} is loaded"
    assert any("libxml2" in name for name in loaded["import"]), loaded


def fonts_are_looked_for_when_a_letter_is_missing(stage):
    scripts = Path(__file__).resolve().parents[1] / "scripts"
    loaded = stage.loaded(stage.prefix / "bin/handout", "-q", "-o", "th.pdf",
                          "-c", scripts / "clinic.json", scripts / "th.json",
                          FONTCONFIG_FILE=os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf"))
    for name in ("libfontconfig", "libthai"):
        assert any(name in library for library in loaded), f"{name} is not loaded: {loaded}"


# ---- cpack -G DEB ----

def packages_are_made(stage):
    stage.run("cpack", "--config", stage.build / "CPackConfig.cmake", "-G", "DEB", "-B",
              stage.debs, "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip")  # xz takes seconds
    names = sorted(path.name.split("_")[0] for path in stage.debs.glob("*.deb"))
    expect_equal(names, ["handout", "libhandout-dev"], "the packages")
    for deb in stage.debs.glob("*.deb"):
        folder = stage.root / deb.name.split("_")[0]
        folder.mkdir(parents=True)
        tool("dpkg-deb", "-x", str(deb), str(folder))


def field(stage, package, name):
    deb = next(stage.debs.glob(package + "_*.deb"))
    return tool("dpkg-deb", "-f", str(deb), name).decode().strip()


def package_says_what_it_is(stage):
    for package, section in (("handout", "text"), ("libhandout-dev", "libdevel")):
        expect_equal(field(stage, package, "Section"), section, "the section")
        assert re.fullmatch(r"[^<>]+ <\S+@\S+>", field(stage, package, "Maintainer"))
        summary, *rest = field(stage, package, "Description").splitlines()
        assert len(summary) < 80 and rest and all(len(line) <= 80 for line in rest), summary
        copyright = stage.root / package / "usr/share/doc" / package / "copyright"
        assert "SIL OPEN FONT LICENSE" in copyright.read_text()


def package_names(files):
    """The Debian packages that have each of the files, by the database of this machine."""
    found = tool("dpkg-query", "-S", *(f"*/{file}" for file in files)).decode().splitlines()
    return {file: {line.split(":")[0] for line in found if line.endswith(f"/{file}")}
            for file in files}


def package_names_what_it_needs(stage):
    declared = {word.split()[0] for word in field(stage, "handout", "Depends").split(", ")}
    program = stage.root / "handout/usr/bin/handout"
    later = set(re.findall(rb"libxml2\.so\.\d+", program.read_bytes()))
    expect_equal(len(later), 1, "what is loaded later")
    libraries = [*needed(program), *later]
    assert len(libraries) > 5, libraries
    covered = set()
    for library, packages in package_names([library.decode() for library in libraries]).items():
        assert packages & declared, f"{library} is in none of {sorted(declared)}"
        covered |= packages & declared
    expect_equal(declared, covered, "what it depends on")


def headers_bring_what_pkg_config_asks_for(stage):
    declared = {word.split()[0] for word in field(stage, "libhandout-dev", "Depends").split(", ")}
    text = next((stage.root / "libhandout-dev").rglob("handout.pc")).read_text()
    modules = re.search(r"Requires\.private: (.*)", text)[1].split()
    folders = [tool("pkg-config", "--variable=pcfiledir", module).decode().strip()
               for module in modules]
    files = [f"{os.path.basename(folder)}/{module}.pc" for folder, module in zip(folders, modules)]
    for file, packages in package_names(files).items():
        assert packages & declared, f"{file} is in {packages}, not in {sorted(declared)}"


def package_prints(stage):
    usr = stage.root / "handout/usr"
    assert stage.print_page(usr / "bin/handout") == stage.page, "another page"
    for name in ("share/man/man1/handout.1", "share/man/man5/handout.5",
                 "share/bash-completion/completions/handout",
                 "share/zsh/vendor-completions/_handout",
                 "share/fish/vendor_completions.d/handout.fish"):
        assert (usr / name).is_file(), name
    assert not list(usr.rglob("*.h")) and not list(usr.rglob("*.so*"))


TESTS = [files_are_there, examples_name_the_schemas, is_uninstalled, licences_are_there,
         nothing_names_the_build, program_prints,
         only_the_interface_is_exported, client_by_pkg_config, client_by_pkg_config_static,
         client_by_find_package, html_is_read_by_what_is_loaded_then,
         fonts_are_looked_for_when_a_letter_is_missing, packages_are_made, package_says_what_it_is,
         package_names_what_it_needs, headers_bring_what_pkg_config_asks_for, package_prints]


def main():
    build, source = (Path(arg).resolve() for arg in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout install ") as folder:
        stage = Stage(build, source, Path(folder).resolve())
        for test in TESTS:
            tally.run(test.__name__.replace("_", " "), test, stage)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
