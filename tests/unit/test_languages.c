/*
 * The articles golden/lang-*.json as the library's users print them: one page each, and what it
 * has to say about their languages.
 */
#include "handout.h"

#include "unit.h"

struct made {
    struct handout_env *env;
    struct handout_document *document;
    struct handout_pages *pages;
    char *bytes[2];
    char *dump;
    size_t length;
};

static struct handout_input input(struct made *made, int index, const char *name)
{
    enum { MOST = 1 << 16 };
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    made->bytes[index] = malloc(MOST);
    size_t length = fread(made->bytes[index], 1, MOST, file);
    fclose(file);
    return (struct handout_input){name, made->bytes[index], length};
}

static bool keep(void *context, const void *bytes, size_t length)
{
    struct made *made = context;
    made->dump = realloc(made->dump, made->length + length + 1);
    memcpy(made->dump + made->length, bytes, length);
    made->length += length;
    made->dump[made->length] = '\0';
    return true;
}

/* Lays out golden/lang-NAME.json and keeps one dump. */
static void make(struct made *made, const char *name, enum handout_dump what)
{
    char path[2][80];
    *made = (struct made){.env = handout_env_open()};
    snprintf(path[0], sizeof path[0], "golden/lang-%s.json", name);
    snprintf(path[1], sizeof path[1], "golden/lang-%s.clinic.json", name);
    struct handout_input article = input(made, 0, path[0]), clinic = input(made, 1, path[1]);
    made->document = handout_read(made->env, &article, &clinic, NULL);
    made->pages = handout_layout(made->document, NULL);
    assert_true(handout_dump(made->document, made->pages, what, keep, made));
}

static void unmake(struct made *made)
{
    handout_pages_free(made->pages);
    handout_document_free(made->document);
    handout_env_close(made->env);
    free(made->bytes[0]);
    free(made->bytes[1]);
    free(made->dump);
}

static void each_language_is_one_page_in_its_own_words(void **state)
{
    static const struct {
        const char *name;
        const char *heading, *updated, *reviewed;
    } rows[] = {
        {"es", "\"Consúltenos primero si usted…\"", "Actualizado el 1 de noviembre de 2024",
         "Revisado por Dra. Íñiguez el 4 de marzo de 2025"},
        {"fr", "\"Parlez-nous-en d’abord si vous…\"", "Mis à jour le 1er novembre 2024",
         "Vérifié par Mme Élodie Ÿsaÿe le 4 mars 2025"},
        {"fr", "\"**Outils\\u00a0:** rangez", "«\\u00a0Un été au jardin\\u00a0»", "Pour"},
        {"ru", "\"Сначала спросите нас, если Вы…\"", "Обновлено 1 ноября 2024\\u00a0г.",
         "Проверено: д-р Ёлкина, 4 марта 2025\\u00a0г."},
        {"uk", "\"Спершу запитайте нас, якщо Ви…\"", "Оновлено 1 листопада 2024\\u00a0р.",
         "Перевірено: д-р Ґалаґан, 4 березня 2025\\u00a0р."},
        {"vi", "\"Hãy hỏi chúng tôi trước nếu quý vị…\"",
         "Cập nhật ngày\\u00a01 tháng\\u00a011 năm\\u00a02024", "Người duyệt: BS. Đặng Ngọc Ẩn"},
        {"el", "\"How it may help\"", "Updated 2024-11-01",
         "Reviewed by Άννα Ρήγα on 2025-03-04"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made made;
        make(&made, rows[i].name, HANDOUT_DUMP_SHEET);
        const char *parts[] = {rows[i].heading, rows[i].updated, rows[i].reviewed};
        for (size_t p = 0; p < COUNT(parts); p++)
            if (!strstr(made.dump, parts[p]))
                fail_msg("%s: no <%s> in\n%s", rows[i].name, parts[p], made.dump);
        assert_int_equal(handout_pages_report(made.pages).pages, 1);
        assert_true(handout_pages_report(made.pages).body >= 12000);
        struct handout_diagnostics found = handout_document_diagnostics(made.document);
        bool ours = strcmp(rows[i].name, "el") != 0;
        assert_int_equal(found.count, 1);
        assert_string_equal(found.at[0].id, ours ? "labels-unconfirmed" : "labels-in-english");
        assert_int_equal(handout_pages_diagnostics(made.pages).count, 0);
        unmake(&made);
    }
}

static void composed_and_decomposed_give_the_same_page(void **state)
{
    struct made nfc, nfd;
    (void)state;
    make(&nfc, "vi", HANDOUT_DUMP_PAGE);
    make(&nfd, "vi-nfd", HANDOUT_DUMP_PAGE);
    assert_string_equal(nfc.dump, nfd.dump);
    unmake(&nfc);
    unmake(&nfd);
}

static bool uses_face(const char *dump, int face)
{
    char word[16];
    snprintf(word, sizeof word, " face %d ", face);
    return strstr(dump, word) != NULL;
}

/* The text faces are 0 to 2, the fallback faces 3 and 4. */
static void a_page_is_set_in_the_face_that_has_its_letters(void **state)
{
    static const struct {
        const char *name;
        bool fallback;
    } rows[] = {{"es", false}, {"fr", false}, {"ru", true}, {"uk", true}, {"vi", true},
                {"el", true}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made made;
        make(&made, rows[i].name, HANDOUT_DUMP_PAGE);
        for (int face = 0; face < 5; face++)
            if (uses_face(made.dump, face) && (face >= 3) != rows[i].fallback)
                fail_msg("%s: face %d", rows[i].name, face);
        unmake(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_is_one_page_in_its_own_words),
        cmocka_unit_test(composed_and_decomposed_give_the_same_page),
        cmocka_unit_test(a_page_is_set_in_the_face_that_has_its_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
