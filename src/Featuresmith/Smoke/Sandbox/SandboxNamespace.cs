using System.ComponentModel;
using System.Globalization;
using System.Runtime.Versioning;

namespace Featuresmith.Smoke.Sandbox;

/// <summary>
/// Runs a program with a folder as its whole file system, in namespaces of its own (unshare(1)): no network, no other
/// processes, no rights on the host beyond the caller's.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class SandboxNamespace
{
    private static readonly string[] Unshare =
    [
        "--user",
        "--map-root-user",
        "--mount",
        "--pid",
        "--net",
        "--ipc",
        "--uts",
        "--fork",
        "--kill-child",
    ];

    /// <summary>Fails where the host cannot do this.</summary>
    /// <exception cref="EnvironmentLackException">There is no unshare, or the kernel refuses namespaces.</exception>
    public static async Task EnsureAsync(CancellationToken cancellation)
    {
        const string wayOut =
            "the sandbox needs Linux with util-linux and user namespaces; \"test\" without --engine needs none";
        try
        {
            var result = await new ProcessRunner(null).RunAsync("unshare", [.. Unshare, "true"], cancellation);
            if (!result.Succeeded)
            {
                throw new EnvironmentLackException(
                    "this host lets nobody make namespaces (unshare --user --mount)",
                    wayOut
                );
            }
        }
        catch (Win32Exception)
        {
            throw new EnvironmentLackException("there is no unshare on the PATH", wayOut);
        }
    }

    /// <summary>Runs install.sh in a root that <see cref="SandboxRoot"/> made.</summary>
    /// <param name="root">The root.</param>
    /// <param name="environment">The script's whole environment.</param>
    /// <param name="cancellation">Kills everything in it.</param>
    /// <returns>The exit code, and both outputs as they came.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string root,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellation
    )
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        string[] arguments =
        [
            .. Unshare,
            "/bin/sh",
            Path.Combine(root, SandboxRoot.Own, "enter.sh"),
            root,
            "/usr/bin/env",
            "-i",
            .. environment.Select(variable => $"{variable.Key}={variable.Value}"),
            "./install.sh",
        ];
        var result = await new ProcessRunner(output).RunAsync("unshare", arguments, cancellation);
        return (result.ExitCode, output.ToString());
    }
}
