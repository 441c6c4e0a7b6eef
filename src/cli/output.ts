import {userError} from '../base/errors.js';

/**
 * What becomes of a stream that cannot be written: a reader that has gone (`| head`) ends the program quietly, a full
 * disk is told to the user, anything else is passed on.
 *
 * @param tell is given the error when there is something to say; it ends the program
 */
export function quietWhenClosed(stream: NodeJS.WriteStream, tell: (error: Error) => never): void {
  // @oclif/core has a listener of its own, which throws on everything but EPIPE: a full disk would look like a bug.
  stream.removeAllListeners('error');
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (error.code === 'ENOSPC')
      tell(userError('CLI001', 'standard output', 'room to write the result', 'a full disk'));
    tell(error);
  });
}

/** Waits until all that was written has left the program: a pipe takes its time, and whoever ends the program cuts it off. */
export function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise(resolve => {
    if (stream.writableLength === 0 || stream.destroyed) resolve();
    else stream.write('', () => resolve());
  });
}
