/*
 * Preloaded into a User-Mode Linux kernel, which stores the registers of its programs in 2,696 bytes: they end before those
 * of AMX. On a processor with AMX, the host only sets all registers at once (EFAULT otherwise), so no program starts. This
 * adds the rest, as unused, to each call that sets registers. Reading them needs no change. Only one thread of the kernel
 * calls ptrace, so the buffer needs no lock.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

enum { NT_X86_XSTATE = 0x202, MOST_BYTES = 1 << 16 };

/* In the format of XSAVE: which parts are in use, and those that the kernel knows, from x87 to PKRU. */
enum { FEATURES_AT = 512, KNOWN_FEATURES = 0x3ff };

typedef long Ptrace(enum __ptrace_request, ...);

static char registers[MOST_BYTES];
static size_t all_bytes;

long ptrace(enum __ptrace_request request, ...) {
  static Ptrace *next;
  if (next == NULL) next = (Ptrace *)dlsym(RTLD_NEXT, "ptrace");
  va_list arguments;
  va_start(arguments, request);
  int pid = va_arg(arguments, int);
  void *address = va_arg(arguments, void *);
  void *data = va_arg(arguments, void *);
  va_end(arguments);
  if (request != PTRACE_SETREGSET || (uintptr_t)address != NT_X86_XSTATE) return next(request, pid, address, data);

  struct iovec all = {registers, sizeof registers};
  if (all_bytes == 0) {
    if (next(PTRACE_GETREGSET, pid, address, &all) < 0) return -1;
    all_bytes = all.iov_len;
    memset(registers, 0, sizeof registers);
  }
  const struct iovec *known = data;
  if (known->iov_len >= all_bytes) return next(request, pid, address, data);
  memcpy(registers, known->iov_base, known->iov_len);
  uint64_t features;
  memcpy(&features, registers + FEATURES_AT, sizeof features);
  features &= KNOWN_FEATURES;
  memcpy(registers + FEATURES_AT, &features, sizeof features);
  all.iov_len = all_bytes;
  return next(request, pid, address, &all);
}
