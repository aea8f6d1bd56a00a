/** A template as build/templates.ts precompiles it. */
declare module "*.hbs" {
  const template: TemplateSpecification;
  export default template;
}

/** A part of the script's logic, as text. */
declare module "*.ps1" {
  const text: string;
  export default text;
}

/** The same of the VBScript. */
declare module "*.vbs" {
  const text: string;
  export default text;
}

/** Any other file, as text. */
declare module "*?raw" {
  const text: string;
  export default text;
}
