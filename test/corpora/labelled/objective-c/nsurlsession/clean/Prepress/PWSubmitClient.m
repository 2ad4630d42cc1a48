#import "PWSubmitClient.h"
#import "PWKeychain.h"

static NSString *const PWSubmitJobs = @"https://submit.atomyx.io/api/jobs";
static NSString *const PWAnalyticsToken = @"«other:hex»";

@implementation PWSubmitClient

- (void)createJob:(NSDictionary *)job completion:(void (^)(NSError *error))completion {
    NSString *token = [PWKeychain passwordForService:@"submit"];
    NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:[NSURL URLWithString:PWSubmitJobs]];
    request.HTTPMethod = @"POST";
    [request setValue:[NSString stringWithFormat:@"Bearer %@", token] forHTTPHeaderField:@"Authorization"];
    request.HTTPBody = [NSJSONSerialization dataWithJSONObject:job options:0 error:nil];
    [[NSURLSession.sharedSession dataTaskWithRequest:request completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
        [PWAnalytics track:@"job" token:PWAnalyticsToken];
        completion(error);
    }] resume];
}

@end
