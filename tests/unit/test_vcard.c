/*
 * The vCard in a QR code: what a phone makes of it depends on each character (RFC 2426, 5).
 */
#include "unit.h"

#include "arena_unit.h"
#include "compose/compose.h"

#define T(literal) {.str = {literal, sizeof literal - 1}}
#define LIST(array) {.at = array, .count = COUNT(array)}

static struct str vcard_of(struct clinic clinic)
{
    static const struct labels no_labels;
    const struct article none = {.id = STR("x")};
    clinic.qr = QR_CONTACT;
    return compose(arena, &none, &clinic, &no_labels)->qr->says;
}

static void it_has_what_the_contact_block_prints(void **state)
{
    static const struct text address[] = {T("1 Main St"), T("Spokane, WA 99201")};
    (void)state;
    assert_str(vcard_of((struct clinic){
                   .name = T("Clinic"), .about = T("Care for all."), .address = LIST(address),
                   .phone = T("555-0100"), .fax = T("555-0101"), .email = T("a@example.org"),
                   .website = T("https://example.org/")}),
               "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Clinic\r\nFN:Clinic\r\nTEL:555-0100\r\n"
               "TEL;TYPE=FAX:555-0101\r\nEMAIL:a@example.org\r\nURL:https://example.org/\r\n"
               "ADR:;;1 Main St\\, Spokane\\, WA 99201\r\nEND:VCARD\r\n");
}

static void it_leaves_out_what_is_not_known(void **state)
{
    (void)state;
    assert_str(vcard_of((struct clinic){.name = T("Clinic"), .phone = T("555-0100")}),
               "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Clinic\r\nFN:Clinic\r\nTEL:555-0100\r\n"
               "END:VCARD\r\n");
}

/* A semicolon would end a part of a name, a comma begin another value. */
static void what_parts_values_is_escaped(void **state)
{
    static const struct text lines[] = {T("Hill; House, 1")};
    (void)state;
    assert_str(vcard_of((struct clinic){.name = T("Kim, Lee; Sons \\ Co"),
                                        .phone = T("555-0100;ext=2"), .address = LIST(lines)}),
               "BEGIN:VCARD\r\nVERSION:3.0\r\n"
               "N:Kim\\, Lee\\; Sons \\\\ Co\r\nFN:Kim\\, Lee\\; Sons \\\\ Co\r\n"
               "TEL:555-0100\\;ext=2\r\nADR:;;Hill\\; House\\, 1\r\nEND:VCARD\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_has_what_the_contact_block_prints),
        cmocka_unit_test(it_leaves_out_what_is_not_known),
        cmocka_unit_test(what_parts_values_is_escaped),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
