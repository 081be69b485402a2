// Fills in a form with MuPDF: mutool run fill.js FROM TO
// Each line gets "typed N é", each box a tick; what each field is goes to standard output.
var document = new Document(scriptArgs[0]);
var count = 0;
for (var number = 0; number < document.countPages(); number++) {
    var widgets = document.loadPage(number).getWidgets();
    for (var i = 0; i < widgets.length; i++) {
        var widget = widgets[i], kind = widget.getFieldType();
        if (kind === "text")
            widget.setTextValue("typed " + ++count + " é");
        else
            widget.toggle();
        widget.update();
        print(kind + " " + widget.getLabel());
    }
}
document.save(scriptArgs[1], "");
