/**
 * A mail server that loses nothing it has taken, however it ends: PORT FILE. The `Message-ID` of each letter is a line of
 * the file, on the disk before the letter counts as taken.
 */
import fs from 'node:fs';
import net from 'node:net';

const [port = '', file = ''] = process.argv.slice(2);
const book = fs.openSync(file, 'a');
const END = '\r\n.\r\n';

function take(letter) {
  const [, name = ''] = /^message-id:\s*(\S+)/im.exec(letter) ?? [];
  fs.writeSync(book, `${name}\n`);
  fs.fsyncSync(book);
}

net
  .createServer((socket) => {
    let [held, isLetter] = ['', false];
    socket.on('error', () => socket.destroy());
    socket.write('220 surat.test\r\n');
    socket.setEncoding('latin1').on('data', (text) => {
      held += text;
      for (;;) {
        const mark = isLetter ? END : '\r\n';
        const at = held.indexOf(mark);
        if (at < 0) return;
        const said = held.slice(0, at);
        held = held.slice(at + mark.length);
        if (isLetter) take(said);
        const word = isLetter ? '' : said.slice(0, 4).toUpperCase();
        isLetter = word === 'DATA';
        if (word === 'QUIT') return void socket.end('221 bye\r\n');
        socket.write(isLetter ? '354 go on\r\n' : '250 ok\r\n');
      }
    });
  })
  .listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
