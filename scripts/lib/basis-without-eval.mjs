/**
 * The unpacker of KTX2 textures that comes with three writes functions as text and has them compiled (Emscripten's embind). The page's
 * policy forbids that, rightly, so the build puts plain closures in their place: the same calls in the same order.
 */

/** A function of C++ for JavaScript. */
const INVOKER =
  'let[args,invokerFnBody]=createJsInvoker(argTypes,isClassMethodFunc,returns,isAsync);args.push(invokerFnBody);var invokerFn=newFunc(Function,args)(...closureArgs);';
const INVOKER_CLOSURE = `var invokerFn=function(...given){
  if(given.length!==argCount-2)throwBindingError('function '+humanName+' called with '+given.length+' arguments, expected '+(argCount-2));
  var destructors=needsDestructorStack?[]:null;
  var wired=[];
  if(isClassMethodFunc)wired.push(argTypes[1]['toWireType'](destructors,this));
  for(var i=2;i<argCount;++i)wired.push(argTypes[i]['toWireType'](destructors,given[i-2]));
  var rv=cppInvokerFunc(cppTargetFunc,...wired);
  if(needsDestructorStack)runDestructors(destructors);
  else for(var i=isClassMethodFunc?1:2;i<argCount;++i){
    var value=wired[isClassMethodFunc?i-1:i-2];
    if(argTypes[i].destructorFunction!==null)argTypes[i].destructorFunction(value);
  }
  if(returns)return argTypes[0]['fromWireType'](rv);
};`;

/** A method of JavaScript for C++. The body before it is still written, and never compiled. */
const CALLER = 'var invokerFunction=newFunc(Function,params)(...args);';

const CALLER_CLOSURE = `var invokerFunction=function(obj,func,destructorsRef,args){
  var given=[];
  var at=0;
  for(var i=0;i<argCount;++i){
    given.push(types[i].readValueFromPointer(args+at));
    at+=types[i]['argPackAdvance'];
  }
  var rv=kind===1?new func(...given):kind===0?func.call(obj,...given):func.call(...given);
  if(!retType.isVoid)return emval_returnValue(retType,destructorsRef,rv);
};`;

/** @type {[string, string][]} */
const REPLACED = [
  [INVOKER, INVOKER_CLOSURE],
  [CALLER, CALLER_CLOSURE],
];

/**
 * Throws where the text is another than the one that was looked at: then somebody has to look again.
 * @param {string} code
 */
export function withoutEval(code) {
  let out = code;
  for (const [compiled, closure] of REPLACED) {
    if (out.split(compiled).length !== 2)
      throw new Error('basis_transcoder.js has changed: see scripts/lib/basis-without-eval.mjs');
    out = out.replace(compiled, () => closure);
  }
  return out;
}

/** @returns {import('vite').Plugin} */
export function basisWithoutEval() {
  return {
    name: 'linli-basis-without-eval',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && /basis_transcoder[^/]*\.js$/.test(file.fileName))
          file.source = withoutEval(
            typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source),
          );
    },
  };
}
