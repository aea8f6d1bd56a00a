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

/** A page of the documentation, as text. */
declare module "*.md?raw" {
  const text: string;
  export default text;
}
