using Featuresmith.Benchmarks.Startup;

namespace Featuresmith.Benchmarks.Variants;

/// <summary>One way to nest containers, and how its client is spoken to.</summary>
/// <param name="Id">The Feature's id.</param>
/// <param name="Client">The command that imports and runs images; null where nothing can be run.</param>
/// <param name="Build">The command that builds the image "built" from the folder /opt/context.</param>
/// <param name="Devices">Arguments of <c>docker run</c> that a Feature cannot ask for, as its NOTES.md shows them.</param>
internal sealed record Variant(string Id, string? Client, string Build, params string[] Devices)
{
    private string Tag => $"featuresmith-bench-variant-{Id}";

    // The names are the container's own: the host's engine, where one variant builds, is everybody's.
    private string Command =>
        $$"""
            echo "begin $(date +%s%N)"
            image=featuresmith-bench-$(hostname)
            {{new FeatureUnderTest(Id).Entrypoint()}}
            {{new FeatureUnderTest(Id).Hook()}} || exit
            echo "ready $(date +%s%N)"
            {{(Client is null ? "" : RunTwice)}}
            echo "before $(date +%s%N)"
            {{Build}} >/dev/null || exit
            echo "build $(date +%s%N)"
            {{(Client is null ? "" : $"{Client} image rm --force $image $image-built >/dev/null")}}
            """;

    private string RunTwice =>
        $$"""
            {{Client}} import /opt/context/base.tar $image >/dev/null || exit
            {{Client}} run --rm $image cat /etc/hostname >/dev/null || exit
            echo "first $(date +%s%N)"
            {{Client}} run --rm $image cat /etc/hostname >/dev/null || exit
            echo "second $(date +%s%N)"
            """;

    /// <summary>Builds the image that the variant is measured in: the Feature, and a context made of the image's own programs.</summary>
    /// <param name="options">What the person who measures has chosen.</param>
    /// <exception cref="InvalidOperationException">It cannot be built.</exception>
    public void Prepare(BenchmarkOptions options) =>
        Docker.Build(
            Tag,
            $$"""
            FROM {{options.BaseImage}}
            COPY . /tmp/feature
            RUN SOURCE=distro sh /tmp/feature/install.sh && rm -rf /tmp/feature
            RUN mkdir -p /opt/root/bin /opt/root/etc /opt/context && for program in sh cat; do \
                cp -L "$(command -v $program)" "/opt/root/bin/$program"; \
                for library in $(ldd "$(command -v $program)" | grep -o '/[^ ]*'); do install -D "$library" "/opt/root$library"; done; done \
              && tar -C /opt/root -cf /opt/context/base.tar . \
              && printf 'FROM scratch\nADD base.tar /\nRUN ["/bin/sh", "-c", "echo one >/one"]\nRUN ["/bin/sh", "-c", "echo two >/two"]\n' >/opt/context/Dockerfile
            """,
            new FeatureUnderTest(Id).Folder
        );

    /// <summary>Starts a new container with empty volumes and goes through the whole.</summary>
    /// <param name="options">What the person who measures has chosen.</param>
    /// <exception cref="InvalidOperationException">The container did not come so far in five minutes.</exception>
    public VariantSeconds Measure(BenchmarkOptions options) =>
        VariantSeconds.Read(
            Docker.Run([
                "run",
                "--rm",
                .. new FeatureUnderTest(Id).RunArguments(),
                .. Devices,
                .. options.RunArguments,
                Tag,
                "timeout",
                "-s",
                "KILL",
                "300",
                "/bin/sh",
                "-c",
                Command,
            ])
        );
}
