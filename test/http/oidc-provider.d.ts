/** As much as is used here of a library that brings no types. */
declare module 'oidc-provider' {
  import type {RequestListener} from 'node:http';

  export default class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
  }
}
