/*
 * A small HTTP server: one program without libraries, for an image that holds nothing else.
 * It answers GET and HEAD of /, /health and /status. PORT (8080) and ADDRESS (0.0.0.0) say where it listens.
 * --health asks the server of the same container and ends with 0 when it is healthy; --version prints the version.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#ifndef VERSION
#define VERSION "1.0.0"
#endif

enum { REQUEST_LIMIT = 4096, SECONDS_TO_ANSWER = 5, STACK = 128 * 1024 };

static void say(FILE *to, const char *format, ...) {
  char line[512], stamp[32];
  time_t now = time(NULL);
  struct tm utc;
  va_list values;
  strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
  va_start(values, format);
  vsnprintf(line, sizeof line, format, values);
  va_end(values);
  fprintf(to, "%s %s\n", stamp, line);
}

static void fail(const char *what) {
  say(stderr, "%s: %s", what, strerror(errno));
  exit(1);
}

static const char *setting(const char *name, const char *otherwise) {
  const char *value = getenv(name);
  return value != NULL && *value != '\0' ? value : otherwise;
}

static int open_socket(struct sockaddr_in *at, const char *address) {
  int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  memset(at, 0, sizeof *at);
  at->sin_family = AF_INET;
  at->sin_port = htons((unsigned short)atoi(setting("PORT", "8080")));
  if (handle < 0) fail("socket");
  if (inet_pton(AF_INET, address, &at->sin_addr) != 1) {
    say(stderr, "ADDRESS is no IPv4 address: %s", address);
    exit(2);
  }
  return handle;
}

static void limit_time(int handle) {
  struct timeval limit = {.tv_sec = SECONDS_TO_ANSWER};
  setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(handle, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

/* Whether a line of /etc/passwd has this user id. */
static int is_known(uid_t user) {
  char line[1024];
  int known = 0;
  FILE *accounts = fopen("/etc/passwd", "re");
  if (accounts == NULL) return 0;
  while (!known && fgets(line, sizeof line, accounts) != NULL) {
    unsigned long id;
    known = sscanf(line, "%*[^:]:%*[^:]:%lu:", &id) == 1 && id == user;
  }
  fclose(accounts);
  return known;
}

/* nss_wrapper can't be loaded into a static program: the entry of an unknown user id is added to the file itself. */
static void name_this_user(void) {
  char entry[128];
  int length, handle;
  if (is_known(getuid())) return;
  length = snprintf(entry, sizeof entry, "server-%u:x:%u:%u:static server:/:/sbin/nologin\n", getuid(), getuid(), getgid());
  handle = open("/etc/passwd", O_WRONLY | O_APPEND | O_CLOEXEC);
  if (handle < 0 || write(handle, entry, (size_t)length) != length)
    say(stderr, "user id %u stays without an entry in /etc/passwd: %s", getuid(), strerror(errno));
  if (handle >= 0) close(handle);
}

static void send_all(int client, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = send(client, bytes, length, MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes += sent;
    length -= (size_t)sent;
  }
}

static void answer(int client, int status, const char *reason, const char *type, const char *body, int with_body) {
  char head[512];
  int length = snprintf(head, sizeof head,
      "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %zu\r\nConnection: close\r\n"
      "X-Content-Type-Options: nosniff\r\nServer: static\r\n\r\n",
      status, reason, type, strlen(body));
  send_all(client, head, (size_t)length);
  if (with_body) send_all(client, body, strlen(body));
}

/* Answers a request by its method and path, and returns the status. */
static int respond(int client, const char *method, const char *path) {
  int with_body = strcmp(method, "HEAD") != 0;
  if (with_body && strcmp(method, "GET") != 0) {
    answer(client, 405, "Method Not Allowed", "text/plain", "only GET and HEAD\n", 1);
    return 405;
  }
  if (strcmp(path, "/") == 0) {
    answer(client, 200, "OK", "text/html; charset=utf-8",
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>All alone</title></head>\n"
        "<body><h1>All alone</h1><p>One program, and nothing else.</p></body>\n</html>\n", with_body);
  } else if (strcmp(path, "/health") == 0) {
    answer(client, 200, "OK", "text/plain", "healthy\n", with_body);
  } else if (strcmp(path, "/status") == 0) {
    answer(client, 200, "OK", "application/json",
        "{\"application\": \"static\", \"version\": \"" VERSION "\", \"ready\": true}\n", with_body);
  } else {
    answer(client, 404, "Not Found", "text/plain", "there is no such page\n", with_body);
    return 404;
  }
  return 200;
}

/* Reads up to the empty line that ends a request's head; what follows is of no interest here. */
static int read_head(int client, char *request) {
  size_t length = 0;
  while (length < REQUEST_LIMIT) {
    ssize_t got = recv(client, request + length, REQUEST_LIMIT - length, 0);
    if (got <= 0) return 0;
    length += (size_t)got;
    request[length] = '\0';
    if (strstr(request, "\r\n\r\n") != NULL) return 1;
  }
  return 0;
}

/* What a client sends is written to the log only as far as it can be shown. */
static void show(char *text) {
  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~') *text = '?';
}

static void *serve(void *argument) {
  int client = (int)(long)argument;
  char request[REQUEST_LIMIT + 1], method[16], path[256];
  limit_time(client);
  if (read_head(client, request) && sscanf(request, "%15s %255s HTTP/", method, path) == 2) {
    int status = respond(client, method, path);
    show(method);
    show(path);
    if (strcmp(path, "/health") != 0) say(stdout, "%s %s %d", method, path, status);
  } else {
    answer(client, 400, "Bad Request", "text/plain", "this is no request\n", 1);
  }
  shutdown(client, SHUT_WR);
  close(client);
  return NULL;
}

/* The first process of a container ends on a signal only when it says so. */
static void stop(int signal) {
  (void)signal;
  _exit(0);
}

static void run(void) {
  struct sockaddr_in at;
  pthread_attr_t detached;
  struct sigaction on_stop = {.sa_handler = stop};
  int one = 1, server = open_socket(&at, setting("ADDRESS", "0.0.0.0"));
  sigaction(SIGTERM, &on_stop, NULL);
  sigaction(SIGINT, &on_stop, NULL);
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(server, (struct sockaddr *)&at, sizeof at) != 0) fail("bind");
  if (listen(server, 64) != 0) fail("listen");
  pthread_attr_init(&detached);
  pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&detached, STACK);
  say(stdout, "static " VERSION " listens on %s:%d as user %u", inet_ntoa(at.sin_addr), ntohs(at.sin_port), getuid());
  for (;;) {
    pthread_t thread;
    int client = accept(server, NULL, NULL);
    if (client >= 0 && pthread_create(&thread, &detached, serve, (void *)(long)client) != 0) close(client);
  }
}

static int is_healthy(void) {
  struct sockaddr_in at;
  char reply[64] = "";
  const char *request = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
  int server = open_socket(&at, "127.0.0.1");
  limit_time(server);
  if (connect(server, (struct sockaddr *)&at, sizeof at) != 0) fail("connect");
  send_all(server, request, strlen(request));
  if (recv(server, reply, sizeof reply - 1, MSG_WAITALL) <= 0) fail("recv");
  return strncmp(reply, "HTTP/1.1 200 ", 13) == 0;
}

int main(int count, char **arguments) {
  const char *option = count > 1 ? arguments[1] : "";
  setvbuf(stdout, NULL, _IOLBF, 0);
  if (count > 2 || (count == 2 && strcmp(option, "--health") != 0 && strcmp(option, "--version") != 0)) {
    fprintf(stderr, "usage: server [--health | --version]\n");
    return 2;
  }
  if (strcmp(option, "--health") == 0) return is_healthy() ? 0 : 1;
  if (strcmp(option, "--version") == 0) return puts("static " VERSION) < 0;
  name_this_user();
  run();
}
