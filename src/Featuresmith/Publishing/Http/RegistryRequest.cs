using System.Net;
using System.Net.Http.Headers;

namespace Featuresmith.Publishing.Http;

/// <summary>One request to a registry.</summary>
/// <param name="Method">What to do.</param>
/// <param name="Url">With what.</param>
/// <param name="Repository">The repository that it is about, for which a token has to be good.</param>
internal sealed record RegistryRequest(HttpMethod Method, Uri Url, string Repository)
{
    /// <summary>Whether the repository changes.</summary>
    public bool Writes { get; init; }

    /// <summary>Media types that are understood.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>The body; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>What the body is.</summary>
    public string BodyType { get; init; } = "application/octet-stream";

    /// <summary>The place of the body in a larger whole, such as "0-99"; null where it is all.</summary>
    public string? BodyRange { get; init; }

    /// <summary>The most bytes that the answer may have.</summary>
    public long MaxAnswer { get; init; } = 4 * 1024 * 1024;

    /// <summary>Whether the request is made again after a passing fault.</summary>
    public bool Repeats { get; init; } = true;

    /// <summary>Says what is wrong with an answer of status 200, so that it is asked for again; null where nothing is.</summary>
    public Func<RegistryAnswer, string?> Fault { get; init; } = _ => null;
}

/// <summary>A registry's answer, read to its end.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
/// <param name="MediaType">What the body is; may be empty.</param>
/// <param name="Url">Who answered, after redirects.</param>
internal sealed record RegistryAnswer(
    HttpStatusCode Status,
    HttpResponseHeaders Headers,
    byte[] Body,
    string MediaType,
    Uri Url
)
{
    /// <summary>A header's first value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.First() : null;
}
