/*
 * Which signs before a pasted reference are its number in another list, and which are its own.
 */
#include "read/list_number.h"
#include "unit.h"

#include <stdio.h>

/* Each stands before the third reference. */
static void test_list_numbers(void **state)
{
    static const char *const numbers[] = {
        "1.", "1)", "(1)", "[1]", "[1].", "[1]:", "{1}", "1 .", "1 )", "1.-", "1/", "1º", "1\\.",
        "12:",
        "Ref. 1:", "ref 1)", "Reference 1:", "No. 1.", "№ 1.", "#1.", "Fuente 1:", "Source 1:",
        "a)", "(a)", "[a]", "iv)", "(ii)", "3", "3 -", "No. 3", "#3", "c.", "iii.", "[^1]:", "(C)",
        "¹", "①", "•", "–", "^", "↑", "^ a b",
    };
    static const char *const none[] = {
        "Doe AB. Water", "A. Doe, B. Roe. Water", "C. Doe. Water", "(2019) Doe AB", "1984. Doe AB",
        "1 Doe AB", "3 ways to sleep", "100 questions", "3D water", "2-Methyl water. Doe AB",
        "1,25-Dihydroxy. Doe AB", "No. Doe AB", "No. 1 Doe AB", "#1 Doe AB", "i. Doe AB",
        "v. d. Berg A", "(S)-Lipoic acid. Doe AB", "(1-3)-Glucan. Doe AB", "10.1000/182",
        "24/7 Doe",
        "4- Hydroxy. Doe AB", "", "1.", "[1]", "e-Water. Doe AB",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        char text[64];
        snprintf(text, sizeof text, "%s Doe AB. Water", numbers[i]);
        if (list_number_length(str_of(text), 3) != strlen(numbers[i]))
            fail_msg("%s: %zu", text, list_number_length(str_of(text), 3));
    }
    for (size_t i = 0; i < COUNT(none); i++)
        if (list_number_length(str_of(none[i]), 3))
            fail_msg("%s: %zu", none[i], list_number_length(str_of(none[i]), 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_list_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
