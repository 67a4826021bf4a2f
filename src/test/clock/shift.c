/*
 * Preloaded into a process (LD_PRELOAD), moves its wall clock by as many seconds as the file named by
 * CLOCK_SHIFT holds (64 bits, in the machine's order). The file may be written at any time. The monotonic clock is
 * left alone, as it is when somebody sets the clock of a machine.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int64_t shift(void)
{
	static volatile int64_t *seconds;
	if (!seconds) {
		const char *path = getenv("CLOCK_SHIFT");
		int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
		void *page = file < 0 ? MAP_FAILED : mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
		if (page == MAP_FAILED)
			_exit(70);
		close(file);
		seconds = page;
	}
	return *seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
	int result = (int) syscall(SYS_clock_gettime, clock, now);
	if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
		now->tv_sec += shift();
	return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	struct timespec precise;
	(void) zone;
	if (clock_gettime(CLOCK_REALTIME, &precise) != 0)
		return -1;
	now->tv_sec = precise.tv_sec;
	now->tv_usec = precise.tv_nsec / 1000;
	return 0;
}

time_t time(time_t *now)
{
	struct timespec precise;
	if (clock_gettime(CLOCK_REALTIME, &precise) != 0)
		return -1;
	if (now)
		*now = precise.tv_sec;
	return precise.tv_sec;
}
