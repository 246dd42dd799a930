/**
 * Loaded before the program by the starter: when the starter ends in any way (also `kill -9`), the program exits
 * abruptly, and frees its ports. Recovery is tested in tests/journeys.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}
