/* What a plain C program on libxlsxwriter takes for the cells that SpreadsheetSpeed.swift writes:
 * ROWS x 10 in streaming mode, five texts and five numbers a row. Prints milliseconds, wall and user, and the peak of
 * memory in KB. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <xlsxwriter.h>

/* VmHWM: getrusage would count the parent's memory before the program began. */
static long peak_kilobytes(void) {
    long kilobytes = 0;
    char line[256];
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) sscanf(line, "VmHWM: %ld", &kilobytes);
    if (status) fclose(status);
    return kilobytes;
}

int main(int count, char **arguments) {
    if (count < 3) return 64;
    lxw_row_t rows = (lxw_row_t)atoi(arguments[2]);
    static char texts[1000][32];
    for (int index = 0; index < 1000; index++) snprintf(texts[index], sizeof texts[index], "指标%d", index);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *workbook = workbook_new_opt(arguments[1], &options);
    lxw_format *format = workbook_add_format(workbook);
    format_set_font_name(format, "微软雅黑");
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "bench");
    for (lxw_row_t row = 0; row < rows; row++) {
        for (lxw_col_t column = 0; column < 10; column++) {
            if (column < 5) {
                worksheet_write_string(sheet, row, column, texts[(row + column) % 1000], format);
            } else {
                worksheet_write_number(sheet, row, column, row * 0.5 + column, format);
            }
        }
    }
    if (workbook_close(workbook) != LXW_NO_ERROR) return 1;
    clock_gettime(CLOCK_MONOTONIC, &end);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%.1f %.1f %ld\n", (end.tv_sec - start.tv_sec) * 1e3 + (end.tv_nsec - start.tv_nsec) / 1e6,
           usage.ru_utime.tv_sec * 1e3 + usage.ru_utime.tv_usec / 1e3, peak_kilobytes());
    return 0;
}
