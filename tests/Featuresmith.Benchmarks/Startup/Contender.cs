namespace Featuresmith.Benchmarks.Startup;

/// <summary>One way to start a daemon in a container.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Entrypoint">The line of shell in PID 1 that starts it, as the devcontainers CLI pastes an entrypoint.</param>
/// <param name="Script">A script of the host's that the line runs, mounted at the same path; null for none.</param>
/// <param name="HasDaemon">Whether an answer is to be waited for.</param>
internal sealed record Contender(string Name, string Entrypoint, string? Script = null, bool HasDaemon = true)
{
    // What the CLI's own PID 1 does (singleContainer.ts), between two marks, with a client beside it that asks as soon as there is a
    // socket. The client that waits for an answer ends the container, so nobody polls it from outside.
    private string Command =>
        $$"""
            echo "begin $(date +%s%N)"
            ( until [ -S /var/run/docker.sock ]; do sleep 0.005; done
              until docker version >/dev/null 2>&1; do sleep 0.005; done
              echo "answer $(date +%s%N)" ) &
            asking=$!
            trap "exit 0" 15
            {{Entrypoint}}
            echo "command $(date +%s%N)"
            {{(HasDaemon ? "wait $asking" : "kill $asking")}}
            """;

    /// <summary>Starts a new container with empty volumes and waits until the daemon has answered.</summary>
    /// <param name="options">What the person who measures has chosen.</param>
    /// <exception cref="InvalidOperationException">The container did not come so far in two minutes.</exception>
    public StartupMarks Measure(BenchmarkOptions options)
    {
        List<string> arguments = ["run", "--rm", "--privileged", "-v", "/var/lib/docker", "-v", "/var/lib/containerd"];
        arguments.AddRange(["-v", "/var/lib/docker-in-docker", .. options.RunArguments]);
        if (Script is not null)
        {
            arguments.AddRange(["-v", $"{Script}:{Script}:ro"]);
        }

        arguments.AddRange([StartupImage.Tag, "timeout", "-s", "KILL", "120", "/bin/sh", "-c", Command]);
        return StartupMarks.Read(Docker.Run([.. arguments]));
    }
}
