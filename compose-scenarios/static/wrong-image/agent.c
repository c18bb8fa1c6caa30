/* The second program of the twin that is wrong on purpose: it stays, doing nothing, beside the program that it starts. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments) {
  if (count == 2 && strcmp(arguments[1], "--wait") == 0)
    for (;;) pause();
  if (count < 2) return 2;
  switch (fork()) {
    case -1:
      perror("fork");
      return 1;
    case 0:
      execl(arguments[0], arguments[0], "--wait", (char *)NULL);
      perror(arguments[0]);
      return 1;
    default:
      execv(arguments[1], arguments + 1);
      perror(arguments[1]);
      return 1;
  }
}
