/** The version of the UI, set when it is built. */
declare const FLYWHEEL_VERSION: string
