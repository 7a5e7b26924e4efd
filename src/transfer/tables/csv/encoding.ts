/**
 * Which encoding a text file is in. Byte order marks decide; else validity (a text of some length that is valid UTF-8 is UTF-8);
 * where that leaves a choice, the share of the most used Chinese characters: GBK "联通" is valid UTF-8, but reads as Syriac there.
 */

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly bomBytes: number;
  /** How it was known. `guess`: nothing fits well; characters may be lost. */
  readonly by: 'bom' | 'ascii' | 'valid' | 'frequency' | 'guess';
}

/** The most used characters of ordinary texts and of registers of people. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞姓名址证码楼室栋单元户籍性别男女婚姻联系话贫低保残疾备注刘陈杨赵黄吴徐孙胡朱何郭罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范街道网格党支部庆阳峰岗园巷院村镇',
);

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte < 0xc0;

/** Decoded strictly; null where bytes are not of that encoding. A character cut at the end is no fault. */
const decodeStrictly = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
};

/** How much a text looks like Chinese in ordinary use, per sign beyond ASCII: about 0.8 for a text, below 0.3 for a garbled one. */
export const chineseScore = (text: string): number => {
  let score = 0;
  let count = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) {
      // Control signs other than tab and line ends belong to no text.
      if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) {
        score -= 1;
        count++;
      }
      continue;
    }
    count++;
    if (COMMON.has(sign)) score += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) score += 0.3;
    else if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef)) score += 0.5;
    else score -= 1;
  }
  return count === 0 ? 0 : score / count;
};

/** ASCII in UTF-16 has a zero in every second byte; a text of bytes has none. */
const utf16Of = (bytes: Uint8Array): Encoding | null => {
  const length = Math.min(bytes.length - (bytes.length % 2), 65_536);
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = length / 2;
  if (pairs === 0) return null;
  if (odd > pairs * 0.02 && odd > even * 8) return 'utf-16le';
  if (even > pairs * 0.02 && even > odd * 8) return 'utf-16be';
  return null;
};

/** A stray zero in a text of bytes looks like UTF-16 as well: whether another encoding makes better Chinese of it. */
const readsBetter = (bytes: Uint8Array, wide: Encoding): boolean => {
  const whole = decodeStrictly(bytes, wide);
  const score = whole === null ? -1 : chineseScore(whole);
  return (['utf-8', 'gb18030'] as const).some((encoding) => {
    const text = decodeStrictly(bytes, encoding)?.replaceAll('\0', '');
    return text !== undefined && !/^[\0-\x7f]*$/.test(text) && chineseScore(text) > Math.max(score, 0.3);
  });
};

/**
 * `bytes` from the file's beginning; `later` are further stretches that begin at a line, where the beginning was plain ASCII.
 */
export const detectEncoding = (bytes: Uint8Array, later: readonly Uint8Array[] = []): DetectedEncoding => {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    // Some programs put the mark of UTF-8 before GBK.
    const rest = bytes.subarray(3);
    const lies =
      decodeStrictly(rest, 'utf-8') === null && chineseScore(decodeStrictly(rest, 'gb18030') ?? '') >= 0.3;
    return { encoding: lies ? 'gb18030' : 'utf-8', bomBytes: 3, by: lies ? 'frequency' : 'bom' };
  }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bomBytes: 2, by: 'bom' };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bomBytes: 2, by: 'bom' };
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33)
    return { encoding: 'gb18030', bomBytes: 4, by: 'bom' };
  const wide = utf16Of(bytes);
  if (wide !== null && !readsBetter(bytes, wide)) return { encoding: wide, bomBytes: 0, by: 'frequency' };
  const parts = [bytes, ...later];
  if (parts.every((part) => part.every((byte) => byte < 0x80)))
    return { encoding: 'utf-8', bomBytes: 0, by: 'ascii' };
  const scoreIn = (encoding: Encoding): number | null => {
    const texts = parts.map((part) => decodeStrictly(part, encoding));
    return texts.includes(null) ? null : chineseScore(texts.join(''));
  };
  const utf8 = scoreIn('utf-8');
  const gb = scoreIn('gb18030');
  if (utf8 !== null && (gb === null || utf8 >= 0.3 || utf8 >= gb))
    return { encoding: 'utf-8', bomBytes: 0, by: gb === null ? 'valid' : 'frequency' };
  if (gb !== null) {
    const wideBest = bestWide(bytes);
    if (wideBest !== null && wideBest.score > Math.max(gb, 0.45))
      return { encoding: wideBest.encoding, bomBytes: 0, by: 'frequency' };
    return { encoding: 'gb18030', bomBytes: 0, by: utf8 === null ? 'valid' : 'frequency' };
  }
  // Valid in neither: a stray byte in an otherwise good file. The one that reads better is taken, the bytes are told.
  const loose = (encoding: Encoding): number =>
    chineseScore(new TextDecoder(encoding).decode(bytes, { stream: true }));
  const best = loose('utf-8') >= loose('gb18030') ? 'utf-8' : 'gb18030';
  const wideBest = bestWide(bytes);
  if (wideBest !== null && wideBest.score > Math.max(loose(best), 0.45))
    return { encoding: wideBest.encoding, bomBytes: 0, by: 'frequency' };
  return { encoding: best, bomBytes: 0, by: 'guess' };
};

/** UTF-16 of purely Chinese text has no zeros to be known by, only good Chinese. */
const bestWide = (bytes: Uint8Array): { encoding: Encoding; score: number } | null => {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  let best: { encoding: Encoding; score: number } | null = null;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = decodeStrictly(even, encoding);
    const score = text === null ? 0 : chineseScore(text);
    if (score > (best?.score ?? 0)) best = { encoding, score };
  }
  return best;
};

/** The part of a stretch from its first whole line; a stretch out of the middle may begin within a character. */
export const fromLineStart = (bytes: Uint8Array): Uint8Array => {
  const newline = bytes.indexOf(10);
  if (newline >= 0) return bytes.subarray(newline + 1);
  let start = 0;
  while (start < 4 && isContinuation(bytes[start] ?? 0)) start++;
  return bytes.subarray(start);
};
