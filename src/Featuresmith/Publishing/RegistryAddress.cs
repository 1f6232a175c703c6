using System.Net;
using System.Text.RegularExpressions;

namespace Featuresmith.Publishing;

/// <summary>A registry's host, and whether it is spoken to in the clear.</summary>
/// <param name="Host">Host and port, as in references: "registry.example.test:5000".</param>
/// <param name="IsPlainHttp">Whether there is no TLS.</param>
public sealed partial record RegistryAddress(string Host, bool IsPlainHttp)
{
    /// <summary>The API's root, which ends with a slash (OCI distribution specification, "Endpoints").</summary>
    public Uri Root => new($"{(IsPlainHttp ? "http" : "https")}://{Host}/v2/");

    /// <summary>Reads what a person gives as "-r".</summary>
    /// <param name="text">A host, with its port where it needs one.</param>
    /// <param name="plainHttp">Whether TLS is left out although the host is another machine.</param>
    /// <exception cref="FormatException">The text is no host. The message says what was expected.</exception>
    public static RegistryAddress Parse(string text, bool plainHttp) =>
        Pattern().IsMatch(text) && Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var url)
            ? new(text.ToLowerInvariant(), plainHttp || IsLoopback(url.Host))
            : throw new FormatException(
                $"\"{text}\" is no registry: write its host and port without scheme and path, such as "
                    + "registry.example.test:5000, or oci-layout:DIR for a folder"
            );

    /// <summary>Whether a host is this machine, to which secrets can go in the clear.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    [GeneratedRegex(@"\A([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?\z")]
    private static partial Regex Pattern();
}
