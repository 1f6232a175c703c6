using System.Text;
using System.Text.Json;

namespace Featuresmith.Publishing.Credentials;

/// <summary>
/// A file in the form of docker's config.json (docker documentation, "docker login"), which podman shares (containers-auth.json(5)):
/// "auths" by host or by host and path, "credHelpers" by host, and "credsStore" for all.
/// </summary>
/// <param name="path">The file; it need not exist.</param>
public sealed class AuthFile(string path) : ICredentialSource
{
    private readonly Lazy<JsonElement?> root = new(() => Read(path));

    /// <summary>The files of docker and podman, in the order in which they count.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    public static IEnumerable<AuthFile> Known(Func<string, string?> environment)
    {
        var home = environment("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var runtime = environment("XDG_RUNTIME_DIR");
        var config = environment("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config");
        string?[] files =
        [
            Path.Combine(environment("DOCKER_CONFIG") ?? Path.Combine(home, ".docker"), "config.json"),
            environment("REGISTRY_AUTH_FILE"),
            string.IsNullOrEmpty(runtime) ? null : Path.Combine(runtime, "containers", "auth.json"),
            Path.Combine(config, "containers", "auth.json"),
        ];
        return files.Where(file => !string.IsNullOrEmpty(file)).Distinct().Select(file => new AuthFile(file!));
    }

    public async Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation)
    {
        // The longest path counts: a file that names a path means it.
        for (var key = $"{host}/{repository}"; key != host; key = key[..key.LastIndexOf('/')])
        {
            if (InAuths(key) is { } credential)
            {
                return credential;
            }
        }

        var helper = Text(Member(root.Value, "credHelpers"), host) ?? Text(root.Value, "credsStore");
        return (helper is null ? null : await new CredentialHelper(helper).FindAsync(host, repository, cancellation))
            ?? InAuths(host);
    }

    private RegistryCredential? InAuths(string key)
    {
        string[] spellings = [key, $"https://{key}", $"https://{key}/", $"https://{key}/v1/", $"https://{key}/v2/"];
        return spellings
            .Select(spelling => Member(Member(root.Value, "auths"), spelling))
            .OfType<JsonElement>()
            .Select(Decode)
            .FirstOrDefault(credential => credential is not null);
    }

    private RegistryCredential? Decode(JsonElement entry)
    {
        if (Text(entry, "identitytoken") is { Length: > 0 } token)
        {
            return new RegistryCredential("", token, IsIdentityToken: true, path);
        }

        if (Text(entry, "auth") is not { Length: > 0 } encoded)
        {
            return Text(entry, "username") is { Length: > 0 } user && Text(entry, "password") is { } password
                ? new RegistryCredential(user, password, IsIdentityToken: false, path)
                : null;
        }

        try
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).TrimEnd('\0').Split(':', 2);
            return pair.Length == 2
                ? new RegistryCredential(pair[0], pair[1], IsIdentityToken: false, path)
                : throw new CredentialException($"{path}: an \"auth\" is not name and password");
        }
        catch (FormatException)
        {
            throw new CredentialException($"{path}: an \"auth\" is not base64");
        }
    }

    private static string? Text(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            // Not the exception's own message: a parser may quote the text, and that is a secret.
            throw new CredentialException(
                $"{path} cannot be read{(exception is JsonException ? ": it is not JSON" : ": " + exception.GetType().Name)}"
            );
        }
    }
}
