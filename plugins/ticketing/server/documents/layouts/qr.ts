import { encode } from 'uqr';
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Dots each module is drawn with, so that a viewer that smooths pictures leaves its edges alone. */
const DOTS = 4;
/** White modules around a code; readers find it by them. */
const BORDER = 2;

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One line of dots, eight in a byte, white set, behind the byte that says it is written plainly. */
function line(modules: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil((modules.length * DOTS) / 8), 0xff);
  bytes[0] = 0;
  modules.forEach((isBlack, module) => {
    if (!isBlack) return;
    for (let dot = module * DOTS; dot < (module + 1) * DOTS; dot += 1) {
      const at = 1 + (dot >> 3);
      bytes[at] = (bytes[at] ?? 0) & ~(0x80 >> (dot & 7));
    }
  });
  return bytes;
}

/**
 * A QR code as a PNG of one bit a dot. As a picture it costs a document a kilobyte and no time; drawn as thousands of
 * squares it was half of the work of a Berita Acara.
 */
export function qrPicture(text: string): { readonly mime: 'image/png'; readonly bytes: Uint8Array } {
  const { data, size } = encode(text, { ecc: 'L', border: BORDER });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size * DOTS, 0);
  head.writeUInt32BE(size * DOTS, 4);
  head[8] = 1;
  const lines = data.flatMap((modules) => Array.from({ length: DOTS }, () => line(modules)));
  return {
    mime: 'image/png',
    bytes: Buffer.concat([
      SIGNATURE,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.concat(lines))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  };
}
