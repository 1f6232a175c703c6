using System.ComponentModel;

namespace Featuresmith.Smoke;

/// <summary>Asks git what changed.</summary>
public static class GitChanges
{
    /// <summary>
    /// The files that differ between a revision and the working tree, untracked ones included, relative to the folder.
    /// </summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="EnvironmentLackException">There is no git, or it does not know the revision.</exception>
    public static async Task<IReadOnlyList<string>> SinceAsync(
        string folder,
        string revision,
        CancellationToken cancellation
    )
    {
        var changed = await RunAsync(folder, ["diff", "--name-only", "--relative", "-z", revision, "--"], cancellation);
        var untracked = await RunAsync(folder, ["ls-files", "--others", "--exclude-standard", "-z"], cancellation);
        return
        [
            .. (changed + untracked).Split(
                '\0',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ];
    }

    /// <summary>A file as it was at a revision.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <param name="path">The file, relative to the folder.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <returns>Its text; null where it was not there.</returns>
    /// <exception cref="EnvironmentLackException">There is no git, or it does not know the revision.</exception>
    public static async Task<string?> TextAtAsync(
        string folder,
        string revision,
        string path,
        CancellationToken cancellation
    )
    {
        var there = await RunAsync(folder, ["ls-tree", "--name-only", revision, "--", path], cancellation);
        return there.Length == 0 ? null : await RunAsync(folder, ["show", $"{revision}:./{path}"], cancellation);
    }

    private static async Task<string> RunAsync(string folder, string[] arguments, CancellationToken cancellation)
    {
        var errors = new StringWriter();
        try
        {
            var result = await new ProcessRunner(errors).RunAsync("git", arguments, cancellation, folder);
            return result.Succeeded
                ? result.Output
                : throw new EnvironmentLackException(
                    $"\"git {string.Join(' ', arguments)}\" failed in {folder}: {errors.ToString().Trim()}",
                    "name a revision that this clone has; a shallow clone has few"
                );
        }
        catch (Win32Exception)
        {
            throw new EnvironmentLackException("there is no git on the PATH", "install git, or leave out the revision");
        }
    }
}
