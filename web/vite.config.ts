/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `FLYWHEEL_API` names a running server to develop against; without it the fixture server answers. */
const api = process.env.FLYWHEEL_API
const proxy = api ? { '/api': { target: api, changeOrigin: true } } : undefined

export default defineConfig(async ({ command }) => ({
  plugins: [
    react(),
    command === 'serve' && !api && !process.env.VITEST
      ? (await import('./dev/plugin')).fixtureServer()
      : null,
  ],
  // The reader of PDFs works in a thread of its own, as a module.
  worker: { format: 'es' as const },
  define: { FLYWHEEL_VERSION: JSON.stringify(process.env.npm_package_version ?? 'dev') },
  server: { proxy },
  preview: { proxy },
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2022',
    // A strict Content-Security-Policy forbids inline scripts and data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
}))
