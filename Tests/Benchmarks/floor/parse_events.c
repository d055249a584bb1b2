/* The floor: what libyaml alone costs on the same bytes. Reads each file named on standard input, one a line, and asks
   for its events, one after the other, on one thread. It keeps nothing and checks nothing.

       cc -O2 -o parse_events parse_events.c -lyaml && find DIR -name '*.yaml' | ./parse_events */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static unsigned char *buffer;
static size_t capacity;

static size_t read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(3);
    }
    setvbuf(file, NULL, _IONBF, 0);
    size_t length = 0;
    for (;;) {
        if (length == capacity) {
            capacity = capacity == 0 ? 1 << 16 : capacity * 2;
            buffer = realloc(buffer, capacity);
            if (buffer == NULL) exit(3);
        }
        size_t count = fread(buffer + length, 1, capacity - length, file);
        if (count == 0) break;
        length += count;
    }
    fclose(file);
    return length;
}

static unsigned long parse(const char *path, size_t length) {
    yaml_parser_t parser;
    yaml_event_t event;
    unsigned long events = 0;
    int done = 0;
    if (!yaml_parser_initialize(&parser)) exit(3);
    yaml_parser_set_input_string(&parser, buffer, length);
    while (!done) {
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s:%lu: %s\n", path, (unsigned long)parser.problem_mark.line + 1, parser.problem);
            exit(1);
        }
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        events++;
    }
    yaml_parser_delete(&parser);
    return events;
}

int main(void) {
    char path[4096];
    unsigned long files = 0, events = 0, bytes = 0;
    while (fgets(path, sizeof path, stdin) != NULL) {
        path[strcspn(path, "\n")] = '\0';
        size_t length = read_file(path);
        bytes += length;
        events += parse(path, length);
        files++;
    }
    printf("%lu files, %lu bytes, %lu events\n", files, bytes, events);
    return 0;
}
