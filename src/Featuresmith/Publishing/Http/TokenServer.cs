using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Featuresmith.Publishing.Credentials;

namespace Featuresmith.Publishing.Http;

/// <summary>What a token is asked for.</summary>
/// <param name="Realm">The token server.</param>
/// <param name="Service">What it calls the registry; may be empty.</param>
/// <param name="Scope">What the token has to allow.</param>
/// <param name="Credential">Who asks; null for anybody.</param>
internal sealed record TokenRequest(Uri Realm, string Service, string Scope, RegistryCredential? Credential)
{
    /// <summary>Whether the token is only read with, so that anybody's will do where the credential is refused.</summary>
    public bool IsForReading { get; init; }
}

/// <summary>A token.</summary>
/// <param name="Value">Its text, which is never printed.</param>
/// <param name="Expires">When it is of no use any more.</param>
internal sealed record BearerToken(string Value, DateTimeOffset Expires);

/// <summary>Asks token servers for tokens (distribution documentation, "Token Authentication" and "OAuth2 Token Authentication").</summary>
/// <param name="exchange">Makes a request with an optional Authorization header, with retries.</param>
internal sealed class TokenServer(
    Func<RegistryRequest, AuthenticationHeaderValue?, CancellationToken, Task<RegistryAnswer>> exchange
)
{
    // Of a token that says nothing about it (distribution documentation: "expires_in").
    private const int DefaultSeconds = 60;

    // Used a little less long than allowed, for clocks differ and requests take time.
    private const int SpareSeconds = 10;

    public static AuthenticationHeaderValue BasicHeader(RegistryCredential credential) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.User}:{credential.Secret}")));

    /// <returns>The token; null where the server gives none.</returns>
    /// <exception cref="RegistryException">The server cannot be reached or gives something else.</exception>
    public async Task<BearerToken?> AskAsync(TokenRequest request, CancellationToken cancellation)
    {
        var answer = request.Credential is { IsIdentityToken: true } identity
            ? await exchange(Exchange(request, identity), null, cancellation)
            : await exchange(Query(request), request.Credential is { } known ? BasicHeader(known) : null, cancellation);
        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            // What is public can be read with anybody's token, whatever became of the credential.
            return request is { IsForReading: true, Credential: not null }
                ? await AskAsync(request with { Credential = null }, cancellation)
                : null;
        }

        return answer.Status == HttpStatusCode.OK
            ? Read(answer)
            : throw RegistryException.Refused(
                HttpMethod.Get,
                request.Realm,
                answer.Status,
                "",
                "this is the registry's token server; try again later"
            );
    }

    private static RegistryRequest Query(TokenRequest request)
    {
        var query = new StringBuilder(request.Realm.Query.TrimStart('?'));
        foreach (var scope in request.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            query.Append(query.Length > 0 ? "&" : "").Append("scope=").Append(Uri.EscapeDataString(scope));
        }

        if (request.Service.Length > 0)
        {
            query.Append("&service=").Append(Uri.EscapeDataString(request.Service));
        }

        return new RegistryRequest(
            HttpMethod.Get,
            new UriBuilder(request.Realm) { Query = query.ToString() }.Uri,
            Repository: ""
        );
    }

    private static RegistryRequest Exchange(TokenRequest request, RegistryCredential identity)
    {
        (string, string)[] fields =
        [
            ("grant_type", "refresh_token"),
            ("client_id", "featuresmith"),
            ("service", request.Service),
            ("scope", request.Scope),
            ("refresh_token", identity.Secret),
        ];
        var form = string.Join('&', fields.Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}"));
        return new RegistryRequest(HttpMethod.Post, request.Realm, Repository: "")
        {
            Body = Encoding.ASCII.GetBytes(form),
            BodyType = "application/x-www-form-urlencoded",
        };
    }

    private static BearerToken Read(RegistryAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var root = document.RootElement;
            var value = Text(root, "token") ?? Text(root, "access_token") ?? "";
            var seconds =
                root.TryGetProperty("expires_in", out var given)
                && given.ValueKind == JsonValueKind.Number
                && given.TryGetInt32(out var known)
                    ? known
                    : DefaultSeconds;
            if (value.Length > 0 && value.All(character => character is > ' ' and < '\x7f'))
            {
                return new BearerToken(value, DateTimeOffset.UtcNow.AddSeconds(Math.Max(0, seconds - SpareSeconds)));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Said below, without the text: it may hold a token.
        }

        throw RegistryException.Unexpected(RegistryException.Plain(answer.Url), "answers without a token");
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
