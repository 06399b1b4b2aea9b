# rolelint in a container:
#   docker build -t rolelint . && docker run --rm -v "$PWD:/work" rolelint org.yaml
FROM python:3.12-slim AS build
COPY . /source
RUN pip wheel --no-cache-dir --wheel-dir /wheels "/source[xlsx]"

FROM python:3.12-slim
# git: for --since, and so that what git ignores is not linted; /work belongs to somebody else.
RUN apt-get update \
    && apt-get install -y --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels "rolelint[xlsx]"
RUN useradd --create-home rolelint
USER rolelint
WORKDIR /work
ENTRYPOINT ["rolelint"]
