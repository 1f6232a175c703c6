using System.Security.Cryptography;
using System.Text;
using Featuresmith.Smoke.Sandbox;

namespace Featuresmith.Smoke;

/// <summary>Everything that decides how a case ends, as one digest.</summary>
/// <param name="collection">The collection.</param>
/// <param name="engine">The engine's version.</param>
/// <param name="cli">The devcontainers CLI's version.</param>
public sealed class SmokeInputs(SmokeCollection collection, string engine, string cli)
{
    /// <summary>
    /// The digest over the case, the Features that its container gets, the test scripts, the test library, the base
    /// image's content, and the versions of engine and CLI.
    /// </summary>
    /// <param name="smokeCase">The case.</param>
    /// <param name="baseImageId">The base image's id, which names its content.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public string Digest(SmokeCase smokeCase, string baseImageId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, engine, cli, baseImageId, smokeCase.Name, smokeCase.Script, smokeCase.FailsWith ?? "");
        Add(hash, smokeCase.Configuration.ToJsonString(), SmokeStage.ReadTestLibrary());
        AddFolder(hash, Path.Combine(collection.Tests, smokeCase.Feature));
        foreach (var feature in LocalFeatures.Closure(collection, smokeCase.Configuration))
        {
            AddFolder(hash, Path.Combine(collection.Sources, feature));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddFolder(IncrementalHash hash, string folder)
    {
        foreach (
            var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            // README.md is written after a run, from its results; a run must not invalidate itself. No container reads the other.
            if (
                !file.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
                && Path.GetFileName(file) != SandboxDeclarations.FileName
            )
            {
                Add(hash, Path.GetRelativePath(folder, file));
                Add(hash, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
            }
        }
    }

    // Each text goes with its length, so that no two lists of texts give the same bytes.
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
