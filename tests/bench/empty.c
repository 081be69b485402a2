/* What any C program costs: to be started, to find its C library, and to end. */
int main(void)
{
    return 0;
}
