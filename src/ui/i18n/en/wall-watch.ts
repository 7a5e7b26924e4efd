/** Texts about a wall that nobody looks after, on its status page. */
export const wallWatch = {
  room: 'Room on the disk for this site',
  roomOf: '{{used}} MB taken, {{left}} MB left',
  short:
    'The disk is short of room: the wall goes on, but what is registered on this machine may not be kept. Make room.',
  clock: 'The clock was set back',
  times: '{{count}} times in a row',
};
