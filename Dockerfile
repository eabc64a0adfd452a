# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /sulcus
COPY . .
RUN --mount=type=cache,target=/root/.npm node scripts/start.mjs --prepare \
    && npm prune --omit=dev --no-save --no-audit --no-fund \
    && rm -rf .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data NEXT_TELEMETRY_DISABLED=1
WORKDIR /sulcus
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=node:node /sulcus ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Migrates (one replica at a time), then serves.
CMD ["node", "scripts/start.mjs", "--empty"]
