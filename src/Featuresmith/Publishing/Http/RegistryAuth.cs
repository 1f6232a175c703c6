using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Featuresmith.Publishing.Credentials;

namespace Featuresmith.Publishing.Http;

/// <summary>Answers a registry's challenges, and remembers the answers so that later requests bring them along.</summary>
/// <param name="registry">The registry.</param>
/// <param name="options">Credentials, and where they may go.</param>
/// <param name="tokens">Asks token servers.</param>
internal sealed class RegistryAuth(RegistryAddress registry, RegistryOptions options, TokenServer tokens)
{
    private readonly ConcurrentDictionary<(string Repository, bool Writes), Answer> answers = new();
    private volatile AuthChallenge? known;

    /// <summary>The header that a request should bring; null as long as the registry has asked for none.</summary>
    public async Task<AuthenticationHeaderValue?> HeaderAsync(RegistryRequest request, CancellationToken cancellation)
    {
        if (
            answers.TryGetValue((request.Repository, request.Writes), out var answer)
            && answer.Expires > DateTimeOffset.UtcNow
        )
        {
            return answer.Header;
        }

        // One repository's challenge tells what the others will ask for.
        return known is { } challenge ? await AnswerAsync(challenge with { Scope = "" }, request, cancellation) : null;
    }

    /// <summary>Answers a challenge.</summary>
    /// <returns>The header to try again with; null where there is nothing to answer with.</returns>
    /// <exception cref="RegistryException">The credentials may not go where the registry wants them, or the token server failed.</exception>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(
        AuthChallenge challenge,
        RegistryRequest request,
        CancellationToken cancellation
    )
    {
        known = challenge;
        var credential = await options.Credentials.FindAsync(registry.Host, request.Repository, cancellation);
        var answer = challenge.IsBearer
            ? await BearerAsync(challenge, credential, request, cancellation)
            : Basic(credential);
        if (answer is not null)
        {
            answers[(request.Repository, request.Writes)] = answer;
        }

        return answer?.Header;
    }

    private Answer? Basic(RegistryCredential? credential)
    {
        if (credential is null || credential.IsIdentityToken)
        {
            return null;
        }

        if (IsOverheard)
        {
            throw Overheard("a password");
        }

        return new Answer(TokenServer.BasicHeader(credential), DateTimeOffset.MaxValue);
    }

    private async Task<Answer?> BearerAsync(
        AuthChallenge challenge,
        RegistryCredential? credential,
        RegistryRequest request,
        CancellationToken cancellation
    )
    {
        if (!Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm) || !IsSafe(realm))
        {
            throw RegistryException.Unexpected(
                registry.Host,
                $"sends to \"{challenge.Realm}\" for a token, which is no https URL; nothing was sent there"
            );
        }

        if (credential is not null && !MayReceive(realm))
        {
            credential = request.Writes
                ? throw RegistryException.Unexpected(
                    registry.Host,
                    $"wants its credentials sent to another host, {realm.Host}; if that is right, allow it with --auth-host {realm.Host}"
                )
                : null;
        }

        // The token server may have TLS: what it gives for the credential would still go to the registry in the clear.
        if (credential is not null && IsOverheard)
        {
            credential = request.Writes ? throw Overheard("a token") : null;
        }

        var scope =
            challenge.Scope.Length > 0
                ? challenge.Scope
                : $"repository:{request.Repository}:{(request.Writes ? "pull,push" : "pull")}";
        var token = await tokens.AskAsync(
            new TokenRequest(realm, challenge.Service, scope, credential) { IsForReading = !request.Writes },
            cancellation
        );
        return token is null ? null : new Answer(new AuthenticationHeaderValue("Bearer", token.Value), token.Expires);
    }

    private bool IsOverheard => registry.IsPlainHttp && !RegistryAddress.IsLoopback(registry.Root.Host);

    private RegistryException Overheard(string secret) =>
        RegistryException.Unexpected(
            registry.Host,
            $"asks for {secret} over plain HTTP; it is not sent, so give the registry TLS"
        );

    private static bool IsSafe(Uri realm) =>
        realm.Scheme == Uri.UriSchemeHttps
        || (realm.Scheme == Uri.UriSchemeHttp && RegistryAddress.IsLoopback(realm.Host));

    // The registry itself, the domain that it belongs to (registry.example.test: example.test), and whom a person named.
    private bool MayReceive(Uri realm) =>
        realm.Host.Equals(registry.Root.Host, StringComparison.OrdinalIgnoreCase)
        || (
            realm.Host.Contains('.', StringComparison.Ordinal)
            && realm.HostNameType == UriHostNameType.Dns
            && registry.Root.Host.EndsWith($".{realm.Host}", StringComparison.OrdinalIgnoreCase)
        )
        || options.AuthHosts.Contains(realm.Host, StringComparer.OrdinalIgnoreCase);

    private sealed record Answer(AuthenticationHeaderValue Header, DateTimeOffset Expires);
}
