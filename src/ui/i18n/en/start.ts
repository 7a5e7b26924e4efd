/** Texts of the opening of the application. */
export const start = {
  opening: 'Opening the community…',
  firstTime: 'First visit: preparing the sample community',
  stage: {
    open: 'Opening the database',
    read: 'Reading the sample',
    write: 'Writing the database',
    settle: 'Ending the import that was interrupted',
    load: 'Loading the buildings',
  },
  settled: {
    takenBack:
      'The last import did not finish. All of it was taken back: the data is as it was before. You can import again.',
    finished: 'An undo that was interrupted has been finished.',
    kept: 'The last import did not finish, and somebody has changed a part of it since. That part was kept; check it under “Undo”.',
  },
  rows: '{{done}} of {{total}} records',
  failedTitle: 'The community did not open',
  failedText: 'The data is not affected. Please try again.',
  noDatabase:
    'The browser does not let this page keep data. Leave private browsing, or allow this site to store data, then try again.',
  full: 'The disk is full and the sample community is not complete. Free some space and try again; it goes on where it stopped.',
  sampleMissing: 'The sample data could not be read. Check the network or the server, then try again.',
};
