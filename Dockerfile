FROM eclipse-temurin:25-jdk AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -DskipTests package \
 && java -Djarmode=tools -jar backend/target/plumbline.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 plumbline && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home plumbline \
 && install -d -m 0700 -o 10001 -g 10001 /data
COPY --from=build /app /app
COPY --chmod=0755 <<"END" /usr/local/bin/healthy
#!/bin/bash
# healthy [host] [port]: whether the product there is ready
exec 3<> "/dev/tcp/${1:-127.0.0.1}/${2:-8080}" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
grep -q '"status":"UP"' <&3
END
# Trained until it asks for the database, which is not there while building; the start after that is not in the cache.
WORKDIR /app
RUN { PLUMBLINE_HOME=/tmp/training java -XX:+UseG1GC -XX:AOTCacheOutput=/app/plumbline.aot --sun-misc-unsafe-memory-access=allow -jar plumbline.jar || test -s /app/plumbline.aot; } && rm -rf /tmp/training
USER 10001:10001
ENV PLUMBLINE_HOME=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=5 CMD ["/usr/local/bin/healthy"]
ENTRYPOINT ["java", "-XX:+UseG1GC", "-XX:AOTCache=/app/plumbline.aot", "-XX:MaxRAMPercentage=70", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/plumbline.jar"]
