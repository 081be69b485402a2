#!/usr/bin/env python3
"""Fills in a form with poppler, as its viewers do: fill_poppler.py FROM TO

Each line gets "typed N é", each box a tick; what each field is goes to standard output.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler


def main():
    source, target = (Path(argument).resolve().as_uri() for argument in sys.argv[1:3])
    document = Poppler.Document.new_from_file(source, None)
    count = 0
    for number in range(document.get_n_pages()):
        for mapping in reversed(document.get_page(number).get_form_field_mapping()):
            field = mapping.field
            if field.get_field_type() == Poppler.FormFieldType.TEXT:
                count += 1
                field.text_set_text(f"typed {count} é")
                kind = "text"
            else:
                field.button_set_state(True)
                kind = "checkbox"
            print(kind, field.get_alternate_ui_name())
    return 0 if document.save(target) else 1


if __name__ == "__main__":
    sys.exit(main())
