const width = 160;
const shift = 11;

/**
 * Microsoft's QuickXorHash of a file, base64: each byte is XORed into 160 bits at a position that advances 11 bits a
 * byte, and the length into the last 64 (OneDrive API docs, "Code Snippets: QuickXorHash Algorithm"). The position
 * repeats after 160 bytes, so bytes are first combined by their number modulo 160.
 */
export function quickXorHash(bytes: Uint8Array): string {
  const gathered = new Uint8Array(width);
  for (let at = 0; at < bytes.length; at += 1) {
    const place = at % width;
    gathered[place] = (gathered[place] ?? 0) ^ (bytes[at] ?? 0);
  }
  const hash = Buffer.alloc(width / 8);
  for (const [number, byte] of gathered.entries()) {
    const bit = (number * shift) % width;
    const shifted = byte << (bit % 8);
    const first = bit >> 3;
    const second = (first + 1) % hash.length;
    hash[first] = (hash[first] ?? 0) ^ (shifted & 0xff);
    hash[second] = (hash[second] ?? 0) ^ (shifted >> 8);
  }
  const tail = hash.length - 8;
  hash.writeBigUInt64LE(hash.readBigUInt64LE(tail) ^ BigInt(bytes.length), tail);
  return hash.toString('base64');
}
