/**
 * Finds what a TypeScript file imports: static and type-only imports, re-exports, `import()` as call and as type, globs, and
 * the files that `new URL('…', import.meta.url)` names, by which workers start. Reads the syntax tree, so that text in
 * comments and strings is no import.
 */
import { parseSync } from 'vite';

export interface FoundImport {
  /** As written: `./frame.ts`, `three`. */
  readonly target: string;
  readonly line: number;
}

type Node = { type: string; start: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The text of a plain string literal or a template without gaps. */
function literalText(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Literal' && typeof value['value'] === 'string') return value['value'];
  if (value.type === 'TSLiteralType') return literalText(value['literal']);
  const quasis = value['quasis'];
  if (value.type === 'TemplateLiteral' && Array.isArray(quasis) && quasis.length === 1) {
    return (quasis[0] as { value: { cooked: string } }).value.cooked;
  }
  return null;
}

const isImportMeta = (value: unknown): boolean => isNode(value) && value.type === 'MetaProperty';

const isImportMetaMember = (value: unknown, name: string): boolean =>
  isNode(value) &&
  value.type === 'MemberExpression' &&
  isImportMeta(value['object']) &&
  isNode(value['property']) &&
  value['property']['name'] === name;

/** What the node itself imports; a computed target comes as `(computed)`, which no rule allows. */
function targetsOf(node: Node): string[] {
  const args = Array.isArray(node['arguments']) ? node['arguments'] : [];
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node['source'] == null ? [] : [literalText(node['source']) ?? '(computed)'];
    case 'ImportExpression':
    case 'TSImportType':
      return [literalText(node['source'] ?? node['argument']) ?? '(computed)'];
    case 'TSExternalModuleReference':
      return [literalText(node['expression']) ?? '(computed)'];
    case 'NewExpression': {
      const isUrl = isNode(node['callee']) && node['callee']['name'] === 'URL';
      if (!isUrl || !isImportMetaMember(args[1], 'url')) return [];
      return [literalText(args[0]) ?? '(computed)'];
    }
    case 'CallExpression': {
      if (!isImportMetaMember(node['callee'], 'glob')) return [];
      const patterns =
        isNode(args[0]) && args[0].type === 'ArrayExpression'
          ? (args[0]['elements'] as unknown[])
          : [args[0]];
      return patterns.map((pattern) => literalText(pattern) ?? '(computed)');
    }
    default:
      return [];
  }
}

export function findImports(fileName: string, source: string): FoundImport[] {
  const { program, errors } = parseSync(fileName, source);
  if (errors.length > 0) throw new Error(`${fileName} could not be read: ${errors[0]?.message}`);
  const found: FoundImport[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (!isNode(value)) return;
    for (const target of targetsOf(value)) {
      found.push({ target, line: source.slice(0, value.start).split('\n').length });
    }
    for (const key in value) if (key !== 'type') visit(value[key]);
  };
  visit(program);
  return found;
}
