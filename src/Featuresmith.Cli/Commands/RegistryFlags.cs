using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Credentials;
using Featuresmith.Sources;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags that say which registry is meant, and how it is spoken to.</summary>
internal sealed class RegistryFlags
{
    private readonly Option<string?> registry = new("--registry", "-r")
    {
        Description =
            "The registry's host, or oci-layout:DIR, a folder that needs no server (default: \"registry\" in features/collection.jsonc)",
        HelpName = "HOST",
    };

    private readonly Option<string?> collection = new("--namespace", "-n")
    {
        Description = "The path in front of each Feature's id (default: \"namespace\" in features/collection.jsonc)",
        HelpName = "NAME",
    };

    private readonly ConnectionFlags connection = new();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { registry, collection })
        {
            command.Add(option);
        }

        connection.AddTo(command);
    }

    /// <summary>Reads the flags.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">Where to look for the collection's settings, upwards.</param>
    /// <exception cref="UsageException">No registry or no namespace is known, or one is not well written.</exception>
    public RegistryChoice Read(ParseResult parsed, string path)
    {
        var settings = CollectionRepository.Find(Path.GetFullPath(path)) is { } repository
            ? CollectionSettings.Read(SourceText.Read(repository.SettingsFile), new DiagnosticBag())
            : null;
        var target =
            parsed.GetValue(registry)
            ?? settings?.Registry?.Value
            ?? throw new UsageException(
                "which registry? Give -r HOST or -r oci-layout:DIR, or \"registry\" in features/collection.jsonc"
            );
        var name =
            parsed.GetValue(collection)
            ?? settings?.Namespace?.Value
            ?? throw new UsageException(
                "which namespace? Give -n, such as -n owner/features, or \"namespace\" in features/collection.jsonc"
            );
        if (!name.ToLowerInvariant().Split('/').All(RegistryName.IsComponent))
        {
            throw new UsageException($"\"{name}\" is no namespace: write a path such as owner/features");
        }

        if (parsed.IsOffline() && !target.StartsWith(OciLayout.Prefix, StringComparison.Ordinal))
        {
            throw new UsageException($"{target} is not asked with --offline; {OciLayout.Prefix}DIR needs no network");
        }

        return new RegistryChoice(target, name, connection.IsPlainHttp(parsed), connection.Options(parsed, target));
    }

    /// <summary>The host that is given; null where none is.</summary>
    public string? Registry(ParseResult parsed) => parsed.GetValue(registry);

    /// <summary>The namespace that is given; null where none is.</summary>
    public string? Namespace(ParseResult parsed) => parsed.GetValue(collection);

    /// <summary>A registry that a reference names.</summary>
    /// <exception cref="UsageException">The host is not well written.</exception>
    public IArtifactSource Open(ParseResult parsed, string host) =>
        connection.Open(parsed, host, passwordIsFor: parsed.GetValue(registry) ?? "");
}

/// <summary>A registry, and a collection in it.</summary>
/// <param name="Target">The host, or "oci-layout:" and a folder.</param>
/// <param name="Collection">The path in front of each Feature's id.</param>
/// <param name="PlainHttp">Whether TLS is left out.</param>
/// <param name="Options">How the registry is spoken to.</param>
internal sealed record RegistryChoice(string Target, string Collection, bool PlainHttp, RegistryOptions Options)
{
    public IArtifactStore Open() => Open(Options);

    /// <summary>The same as anybody without an account sees it.</summary>
    public IArtifactStore OpenAnonymously() => Open(Options with { Credentials = RegistryCredentials.None });

    private IArtifactStore Open(RegistryOptions options)
    {
        try
        {
            return ArtifactStores.Open(Target, PlainHttp, options);
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
