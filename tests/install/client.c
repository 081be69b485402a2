/* A stranger's program: client ARTICLE CLINIC >PDF.  It knows nothing but the installed header. */
#include <handout.h>
#include <stdio.h>

static bool to_stdout(void *context, const void *bytes, size_t length)
{
    (void)context;
    return fwrite(bytes, 1, length, stdout) == length;
}

static struct handout_input input(const char *path, char *bytes)
{
    FILE *file = fopen(path, "rb");
    size_t length = file ? fread(bytes, 1, HANDOUT_INPUT_MAX, file) : 0;
    if (file)
        fclose(file);
    return (struct handout_input){path, bytes, length};
}

int main(int argc, char **argv)
{
    static char room[2][HANDOUT_INPUT_MAX];
    if (argc != 3)
        return 2;
    struct handout_env *env = handout_env_open();
    struct handout_input article = input(argv[1], room[0]), clinic = input(argv[2], room[1]);
    struct handout_document *document = handout_read(env, &article, &clinic, NULL);
    struct handout_pages *pages = handout_layout(document, NULL);
    bool good = handout_write(pages, HANDOUT_PDF, to_stdout, NULL);
    handout_pages_free(pages);
    handout_document_free(document);
    handout_env_close(env);
    return good ? 0 : 1;
}
