using System.Net;
using System.Text;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Credentials;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

/// <summary>The fault registry looks at every header: who was told what.</summary>
public class RegistryAuthTests
{
    private const string Repository = "owner/features/hello";
    private const string Password = "s3cret-pässword";

    private FaultRegistry registry = null!;
    private List<string> log = null!;

    [SetUp]
    public async Task StartAsync()
    {
        registry = await FaultRegistry.StartAsync();
        log = [];
    }

    [TearDown]
    public async Task StopAsync() => await registry.DisposeAsync();

    [Test]
    public async Task A_token_is_asked_for_once_a_repository_and_right_and_sent_with_every_request()
    {
        WantToken(registry.Host);
        using var client = Open();
        for (var time = 0; time < 3; time++)
        {
            await client.TagsAsync(Repository, default);
        }

        await PushAsync(client);
        var asked = registry.Seen.Where(request => request.Path == "/token").ToList();
        asked
            .Select(request => Uri.UnescapeDataString(request.Query))
            .ShouldBe([
                $"?scope=repository:{Repository}:pull&service=test",
                $"?scope=repository:{Repository}:pull,push&service=test",
            ]);
        asked.ShouldAllBe(request => request.Authorization == Basic);
        registry
            .Seen.Where(request => request.Path != "/token")
            .Skip(1)
            .ShouldAllBe(request => request.Authorization.StartsWith("Bearer t-"));
    }

    [Test]
    public async Task A_token_that_has_expired_is_asked_for_again()
    {
        WantToken(registry.Host, seconds: 1);
        using var client = Open();
        await client.TagsAsync(Repository, default);
        await client.TagsAsync(Repository, default);
        registry.Seen.Count(request => request.Path == "/token").ShouldBe(2);
    }

    [Test]
    public async Task A_password_is_sent_where_the_registry_asks_for_one()
    {
        Intercept(context =>
            context.Request.Headers.Authorization == Basic ? null : Challenge(context, "Basic realm=\"x\"")
        );
        using var client = Open();
        await PushAsync(client);
        registry.Memory.Tags.ShouldHaveSingleItem();
    }

    [Test]
    public async Task Credentials_do_not_go_to_a_token_server_on_another_host()
    {
        WantToken(registry.OtherHost);
        using var client = Open();
        (await Refused(() => PushAsync(client))).ShouldContain("allow it with --auth-host");
        registry.Seen.ShouldAllBe(request => request.Authorization == "");
        // Reading needs none, so it goes on as anybody.
        await client.TagsAsync(Repository, default);
        Told(registry.OtherHost).ShouldBeEmpty();
    }

    [Test]
    public async Task Credentials_go_to_another_token_server_that_a_person_named()
    {
        WantToken(registry.OtherHost);
        using var client = Open(options => options with { AuthHosts = ["[::1]"] });
        await PushAsync(client);
        Told(registry.OtherHost).ShouldBe([Basic]);
    }

    [Test]
    public async Task A_redirect_to_another_host_is_followed_without_the_token()
    {
        WantToken(registry.Host);
        var bytes = "content"u8.ToArray();
        var blob = new OciDescriptor(ArtifactTypes.FeatureLayer, ContentDigest.Of(bytes.AsSpan()), bytes.Length);
        registry.Memory.Blobs[(Repository, blob.Digest)] = bytes;
        var inner = registry.Fault;
        registry.Fault = async context =>
        {
            if (context.Request.Host.Value == registry.OtherHost)
            {
                return false;
            }

            if (context.Request.Path.Value!.Contains("/blobs/") && context.Request.Headers.Authorization.Count > 0)
            {
                context.Response.Redirect($"http://{registry.OtherHost}{context.Request.Path}");
                return true;
            }

            return await inner(context);
        };
        using var client = Open();
        (await client.BlobAsync(Repository, blob, default)).ShouldBe(bytes);
        registry.Seen.Count(request => request.Host == registry.OtherHost).ShouldBe(1);
        Told(registry.OtherHost).ShouldBeEmpty();
    }

    [Test]
    public async Task An_upload_that_continues_on_another_host_continues_without_the_token()
    {
        WantToken(registry.Host);
        var inner = registry.Fault;
        registry.Fault = async context =>
        {
            if (context.Request.Host.Value == registry.OtherHost)
            {
                return false;
            }

            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.Location is [{ } location])
                {
                    context.Response.Headers.Location = $"http://{registry.OtherHost}{location}";
                }

                return Task.CompletedTask;
            });
            return await inner(context);
        };
        using var client = Open();
        await PushAsync(client);
        registry.Seen.Count(request => request.Host == registry.OtherHost).ShouldBeGreaterThan(0);
        Told(registry.OtherHost).ShouldBeEmpty();
    }

    [Test]
    public async Task What_is_written_is_not_redirected_to_another_host()
    {
        Intercept(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = $"http://{registry.OtherHost}{context.Request.Path}";
            return Task.CompletedTask;
        });
        using var client = Open();
        var upload = new ManifestUpload(Repository, "1.0.0", ArtifactTypes.Manifest, "{}"u8.ToArray());
        (await Refused(() => client.PushManifestAsync(upload, default))).ShouldContain("redirects what is written");
        registry.Seen.ShouldAllBe(request => request.Host == registry.Host);
    }

    [Test]
    public async Task A_redirect_in_a_circle_and_one_to_plain_HTTP_elsewhere_are_left()
    {
        var target = $"http://{registry.Host}/v2/x";
        Intercept(context =>
        {
            context.Response.Redirect(target);
            return Task.CompletedTask;
        });
        using var client = Open();
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain("more than 5 times");
        target = "http://registry.example.test/v2/x";
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain("over plain HTTP");
    }

    [Test]
    public async Task A_token_server_that_is_down_is_told_as_such()
    {
        Intercept(context =>
            context.Request.Path == "/token"
                ? Status(context, 500)
                : Challenge(context, $"Bearer realm=\"http://{registry.Host}/token\",service=\"test\"")
        );
        using var client = Open();
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain("token server");
    }

    [TestCase("{}")]
    [TestCase("not json s3cret")]
    [TestCase("""{"token":"a\r\nX-Evil: 1"}""")]
    public async Task A_token_server_that_gives_no_token_is_told_without_what_it_gave(string body)
    {
        Intercept(context =>
            context.Request.Path == "/token"
                ? context.Response.WriteAsync(body)
                : Challenge(context, $"Bearer realm=\"http://{registry.Host}/token\"")
        );
        using var client = Open();
        var message = await Refused(() => client.TagsAsync(Repository, default));
        message.ShouldEndWith("answers without a token");
        message.ShouldNotContain("s3cret");
    }

    [Test]
    public async Task A_token_server_without_TLS_elsewhere_is_not_asked()
    {
        Intercept(context => Challenge(context, "Bearer realm=\"http://auth.example.test/token\""));
        using var client = Open();
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain("nothing was sent there");
    }

    [Test]
    public async Task An_identity_token_is_exchanged_and_never_sent_with_requests()
    {
        WantToken(registry.Host);
        using var client = Open(options =>
            options with
            {
                Credentials = new RegistryCredentials([new Fixed(new RegistryCredential("", Password, true, "test"))]),
            }
        );
        await PushAsync(client);
        registry
            .Seen.Where(request => request.Path == "/token")
            .ShouldAllBe(request => request.Method == "POST" && request.Authorization == "");
        registry.Memory.Tags.ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_wrong_password_is_told_with_where_it_came_from_and_nothing_secret_is_printed()
    {
        Intercept(context =>
            context.Request.Path == "/token"
                ? Status(context, 401)
                : Challenge(context, $"Bearer realm=\"http://{registry.Host}/token?key=q-secret\"")
        );
        using var client = Open();
        var message = await Refused(() => PushAsync(client));
        message.ShouldContain("the credential of test was not accepted");
        var printed = string.Join('\n', log.Append(message));
        printed.ShouldNotContain("s3cret");
        printed.ShouldNotContain("q-secret");
        printed.ShouldNotContain(Basic.Split(' ')[1]);
    }

    private static string Basic => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"me:{Password}"))}";

    private IEnumerable<string> Told(string host) =>
        registry
            .Seen.Where(request => request.Host == host && request.Authorization.Length > 0)
            .Select(request => request.Authorization);

    // The fault registry stands in as the proxy, so that a name which is not this machine's leads to it.
    [Test, NonParallelizable]
    public async Task A_remote_registry_without_TLS_is_told_neither_password_nor_token_of_ours()
    {
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy($"http://{registry.Host}");
        try
        {
            var options = new RegistryOptions
            {
                Credentials = new RegistryCredentials([
                    new Fixed(new RegistryCredential("me", Password, false, "test")),
                ]),
                AuthHosts = ["127.0.0.1"],
            };
            using var client = new OciRegistry(
                RegistryAddress.Parse("registry.example.test", plainHttp: true),
                options
            );

            WantToken(registry.Host);
            (await Refused(() => PushAsync(client))).ShouldContain("asks for a token over plain HTTP; it is not sent");
            registry.Seen.ShouldAllBe(request => request.Authorization == "");
            (await client.TagsAsync(Repository, default)).ShouldBeEmpty();
            registry.Seen.ShouldAllBe(request => request.Authorization != Basic);

            using var other = new OciRegistry(RegistryAddress.Parse("registry.example.test", plainHttp: true), options);
            Intercept(context => Challenge(context, "Basic realm=\"test\""));
            (await Refused(() => other.TagsAsync(Repository, default))).ShouldContain(
                "asks for a password over plain HTTP"
            );
            registry.Seen.ShouldAllBe(request => request.Authorization != Basic);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    private OciRegistry Open(Func<RegistryOptions, RegistryOptions>? change = null)
    {
        var options = new RegistryOptions
        {
            Credentials = new RegistryCredentials([new Fixed(new RegistryCredential("me", Password, false, "test"))]),
            Log = log.Add,
        };
        return registry.Open(change?.Invoke(options) ?? options);
    }

    private static async Task PushAsync(OciRegistry client)
    {
        var bytes = "{}"u8.ToArray();
        await client.PushBlobAsync(new BlobUpload(Repository, ArtifactManifest.Config, bytes), _ => { }, default);
        await client.PushManifestAsync(new ManifestUpload(Repository, "1.0.0", ArtifactTypes.Manifest, bytes), default);
    }

    private static async Task<string> Refused(Func<Task> ask) =>
        (await Should.ThrowAsync<RegistryException>(ask)).Message;

    // Wants a token with every request but those of the token server, which gives them to anybody.
    private void WantToken(string server, int seconds = 300)
    {
        var given = 0;
        Intercept(context =>
            context.Request.Path == "/token"
                ? context.Response.WriteAsync($$"""{"token":"t-{{++given}}","expires_in":{{seconds}}}""")
            : context.Request.Headers.Authorization.ToString().StartsWith("Bearer t-", StringComparison.Ordinal) ? null
            : Challenge(context, $"Bearer realm=\"http://{server}/token\",service=\"test\"")
        );
    }

    private void Intercept(Func<HttpContext, Task?> answer) =>
        registry.Fault = async context =>
        {
            if (answer(context) is not { } task)
            {
                return false;
            }

            await task;
            return true;
        };

    private static Task Challenge(HttpContext context, string challenge)
    {
        context.Response.Headers.WWWAuthenticate = challenge;
        return Status(context, 401);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private sealed class Fixed(RegistryCredential credential) : ICredentialSource
    {
        public Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation) =>
            Task.FromResult<RegistryCredential?>(credential);
    }
}
