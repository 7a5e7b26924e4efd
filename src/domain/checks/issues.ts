/** Turns what zod finds into sentences that say which field, what was found there and what belongs there. */
import type * as z from 'zod';
import { fieldName } from '../field-names.ts';
import { type Reason, reasonOf } from '../reasons.ts';

const TYPES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['是或否', 'yes or no'],
  array: ['列表', 'a list'],
  object: ['一组内容', 'a group of values'],
};

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

type Issue = z.core.$ZodIssue;

const sentence = (issue: Issue, zh: string, en: string): readonly [string, string, string] => {
  const found = shown(issue.input);
  const date = issue.code === 'custom' && issue.params?.['rule'] === 'date';
  if (isMissing(issue.input)) return ['missing', `请填写${zh}。`, `Fill in the ${en}.`];
  if (date)
    return [
      'date',
      `${zh}“${found}”不是日历上的日期，请写成 2026-03-05 的样子。`,
      `The ${en} “${found}” is no day of the calendar; write it as 2026-03-05.`,
    ];
  switch (issue.code) {
    case 'invalid_type': {
      const [typeZh, typeEn] = TYPES[issue.expected] ?? [issue.expected, issue.expected];
      return [
        'type',
        `${zh}“${found}”应为${typeZh}，请改正。`,
        `The ${en} “${found}” must be ${typeEn}; please correct it.`,
      ];
    }
    case 'invalid_value':
      return [
        'choice',
        `${zh}“${found}”不在可选范围内，请从列表中选择。`,
        `The ${en} “${found}” is not among the choices; pick one from the list.`,
      ];
    case 'too_small': {
      const least = `${issue.minimum}`;
      if (issue.origin === 'string')
        return ['short', `${zh}至少要有 ${least} 个字。`, `The ${en} needs at least ${least} characters.`];
      if (issue.origin === 'array')
        return ['few', `${zh}至少要有 ${least} 项。`, `The ${en} needs at least ${least} entries.`];
      return issue.inclusive === false
        ? [
            'small',
            `${zh}“${found}”应大于 ${least}，请改正。`,
            `The ${en} “${found}” must be above ${least}; please correct it.`,
          ]
        : [
            'small',
            `${zh}“${found}”不能小于 ${least}，请改正。`,
            `The ${en} “${found}” must be at least ${least}; please correct it.`,
          ];
    }
    case 'too_big': {
      const most = `${issue.maximum}`;
      if (issue.origin === 'string')
        return [
          'long',
          `${zh}最多 ${most} 个字，请缩短。`,
          `The ${en} takes at most ${most} characters; please shorten it.`,
        ];
      if (issue.origin === 'array')
        return ['many', `${zh}最多 ${most} 项，请删减。`, `The ${en} takes at most ${most} entries.`];
      return [
        'big',
        `${zh}“${found}”不能大于 ${most}，请改正。`,
        `The ${en} “${found}” must be at most ${most}; please correct it.`,
      ];
    }
    default:
      return [
        'form',
        `${zh}“${found}”的写法不对，请核对。`,
        `The ${en} “${found}” is not written as it should be; please check it.`,
      ];
  }
};

/** One reason per issue. The issues must carry their input (`reportInput`). */
export const reasonsOfIssues = (table: string, issues: readonly Issue[]): Reason[] =>
  issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    const name = fieldName(table, path);
    const [code, zh, en] = sentence(issue, name.zh, name.en);
    return reasonOf(`field.${code}`, zh, en, path);
  });
