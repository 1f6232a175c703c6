namespace Featuresmith.Benchmarks.Startup;

/// <summary>The one image that every contender starts from: the Feature installed, and what a contender needs beside it.</summary>
internal static class StartupImage
{
    /// <summary>The image's name.</summary>
    public const string Tag = "featuresmith-bench-startup";

    /// <summary>Builds the image.</summary>
    /// <param name="baseImage">The image that the Feature is installed in.</param>
    /// <exception cref="InvalidOperationException">It cannot be built.</exception>
    public static void Build(string baseImage) =>
        Docker.Build(
            Tag,
            $$"""
            FROM {{baseImage}}
            COPY . /tmp/feature
            RUN SOURCE=distro sh /tmp/feature/install.sh && rm -rf /tmp/feature
            # The official Feature's install.sh writes this file, and its entrypoint starts containerd with it. Nobody else reads it.
            RUN mkdir -p /etc/containerd && containerd config default \
              | sed 's/^disabled_plugins = \[\]/disabled_plugins = ["io.containerd.snapshotter.v1.erofs"]/' >/etc/containerd/config.toml
            # Notes when dockerd is executed, then becomes dockerd: a millisecond, the same for everybody.
            RUN mkdir /opt/engine && mv /usr/sbin/dockerd /opt/engine/dockerd \
              && printf '#!/bin/sh\ndate "+dockerd %%s%%N" >/proc/1/fd/1\nexec /opt/engine/dockerd "$@"\n' >/usr/sbin/dockerd \
              && chmod 0755 /usr/sbin/dockerd
            """
        );
}
